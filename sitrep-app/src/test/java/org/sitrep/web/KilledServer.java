package org.sitrep.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.sitrep.store.Store;
import tools.jackson.databind.json.JsonMapper;

/** Serves a store, is handed many documents, and says so when the first are saved; {@link ReadApiTest} kills it then. */
final class KilledServer {

  static final int DOCUMENTS = 300;

  private KilledServer() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Store store = Store.open(Path.of(args[0]));
    URI address = WebDoor.open(store, Served.TOOLBOX, DoorSettings.local(0)).address();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < DOCUMENTS; i++) {
      lines.append(Served.record("d" + i, "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Saturday, source " + i + " said. " + "Five soldiers were killed in Mayadin. ".repeat(20)));
    }
    String base64 = Base64.getEncoder().encodeToString(lines.toString().getBytes(StandardCharsets.UTF_8));
    String body = JsonMapper.shared().writeValueAsString(Map.of("files", List.of(Map.of("name", "many.jsonl", "base64", base64))));
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/read")).header("content-type", "application/json").header("x-sitrep", "test")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      System.out.println("refused: " + answer.body());
      System.exit(1);
    }
    while (store.listDocuments().isEmpty()) {
      Thread.sleep(20);
    }
    System.out.println("saved " + store.listDocuments().size());
    System.out.flush();
    Thread.sleep(600_000);
  }
}
