package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of a long list is asked for by {@code offset} and {@code limit}. */
record Pages(int offset, int limit) {

  /** What a request asks for; nothing, and the request is refused, where these are no numbers. */
  static @Nullable Pages of(ServerRequest request, ServerResponse response, int usual, int most) {
    try {
      int offset = number(request, "offset", 0);
      int limit = number(request, "limit", usual);
      if (offset < 0 || limit < 0) {
        throw new NumberFormatException();
      }
      return new Pages(offset, Math.min(limit, most));
    } catch (NumberFormatException e) {
      Answers.error(response, Status.BAD_REQUEST_400, "offset and limit are whole numbers from 0");
      return null;
    }
  }

  private static int number(ServerRequest request, String name, int otherwise) {
    return Api.values(request, name).stream().findFirst().map(Integer::parseInt).orElse(otherwise);
  }

  <T> List<T> of(List<T> all) {
    int from = Math.min(offset, all.size());
    return all.subList(from, (int) Math.min(all.size(), (long) from + limit));
  }
}
