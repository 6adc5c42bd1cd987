package org.sitrep.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that are worked out in the background, and lists of answers. */
final class Waiting {

  private static final int TIMES = 1200;

  private Waiting() {}

  /** Asks until it is known. */
  static JsonNode known(Served served, String path) {
    for (int i = 0; i < TIMES; i++) {
      HttpResponse<String> response = served.get(path);
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      if (response.statusCode() == 200) {
        return answer;
      }
      assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
      assertThat(answer.path("state").asString()).isEqualTo("being worked out");
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError(path + " is never known");
  }

  /** One field of every object. */
  static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(n -> texts.add(n.path(field).asString()));
    return texts;
  }
}
