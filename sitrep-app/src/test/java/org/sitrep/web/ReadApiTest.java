package org.sitrep.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Reading documents through the page, and hearing of it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReadApiTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TEXT = "The Syrian army captured Maadan from ISIS on 23 September 2017, the army said.";

  @TempDir private Path dir = Path.of("");

  private static JsonNode ended(Served served, HttpResponse<String> accepted) throws InterruptedException {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    JsonNode job = JSON.readTree(accepted.body());
    while (!List.of("done", "failed").contains(job.path("state").asString())) {
      Thread.sleep(50);
      job = served.json("/api/jobs/" + job.path("job").asString());
    }
    return job;
  }

  @Test
  void A01_pastedTextBecomesADocumentWithClaimsAndEvents() throws IOException, InterruptedException {
    try (Served served = Served.of(dir)) {
      JsonNode job = ended(served, served.post("/api/read", Map.of("text", TEXT, "publisher", "Wire", "published", "2017-09-24", "title", "Town taken")));
      assertThat(job.path("state").asString()).isEqualTo("done");
      assertThat(job.path("said").asString()).startsWith("1 document read, ").contains("; the store holds ").doesNotContain("left out");
      JsonNode document = served.json("/api/documents").path("documents").path(0);
      assertThat(document.path("publisher").asString()).isEqualTo("Wire");
      assertThat(document.path("doc").asString()).startsWith("pasted-");
      assertThat(served.json("/api/events").path("events")).isNotEmpty();
      JsonNode again = ended(served, served.post("/api/read", Map.of("text", TEXT, "publisher", "Wire", "published", "2017-09-24", "title", "Town taken")));
      assertThat(again.path("said").asString()).contains("0 documents read (1 more was there already)");
    }
  }

  @Test
  void A02_filesAreReadAndWhatCannotBeIsNamedWithTheReason() throws IOException, InterruptedException {
    try (Served served = Served.of(dir)) {
      Base64.Encoder base64 = Base64.getEncoder();
      JsonNode job =
          ended(
              served,
              served.post(
                  "/api/read",
                  Map.of(
                      "files",
                      List.of(
                          Map.of("name", "../../etc/town.txt", "base64", base64.encodeToString(TEXT.getBytes(StandardCharsets.UTF_8))),
                          Map.of("name", "broken.jsonl", "base64", base64.encodeToString("{\"text\": \"".getBytes(StandardCharsets.UTF_8)))))));
      assertThat(job.path("said").asString()).startsWith("1 document read").contains("left out");
      assertThat(job.path("left_out").toString()).contains("page:broken.jsonl").doesNotContain(System.getProperty("java.io.tmpdir"));
      assertThat(served.json("/api/documents").path("documents").path(0).path("doc").asString()).isEqualTo("town");
    }
  }

  @Test
  void B01_whatIsNothingToReadIsRefusedInWords() throws IOException {
    try (Served served = Served.of(dir)) {
      assertThat(served.post("/api/read", Map.of()).body()).contains("nothing to read");
      assertThat(served.post("/api/read", Map.of("text", "  ")).body()).contains("the text is empty");
      assertThat(served.post("/api/read", Map.of("text", TEXT, "published", "soon")).body()).contains("is no day");
      assertThat(served.post("/api/read", List.of(1)).body()).contains("a JSON object is wanted");
      assertThat(served.post("/api/read", Map.of("files", List.of(Map.of("name", "a.txt", "base64", "%%")))).statusCode()).isEqualTo(400);
      assertThat(served.get("/api/jobs/j99").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void C01_whoListensHearsHowFarItIsAndThatTheStoreHasChanged() throws IOException, InterruptedException {
    try (Served served = Served.of(dir);
        HttpClient client = HttpClient.newHttpClient();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    client.send(served.request("/api/changes").build(), HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
      assertThat(in.readLine()).isEqualTo("event: version");
      long before = JSON.readTree(in.readLine().substring("data: ".length())).path("version").asLong();
      ended(served, served.post("/api/read", Map.of("text", TEXT)));
      StringBuilder heard = new StringBuilder();
      String line = in.readLine();
      while (!line.contains("\"state\":\"done\"")) {
        heard.append(line).append('\n');
        line = in.readLine();
      }
      assertThat(heard.toString()).contains("event: job", "\"state\":\"reading\"", "\"state\":\"joining\"", "\"version\":" + (before + 1));
    }
  }

  @Test
  void D01_aServerKilledInMidReadLeavesAUsableStore() throws Exception {
    Path file = dir.resolve("killed.duckdb");
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-Dsitrep.home=" + Served.HOME,
                "-cp", System.getProperty("java.class.path"), KilledServer.class.getName(), file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      assertThat(line).startsWith("saved ");
    } finally {
      server.destroyForcibly().waitFor();
    }
    Store store = Store.openExisting(file);
    assertThat(store.eventsAreCurrent()).isFalse();
    int documents = store.listDocuments().size();
    assertThat(documents).isPositive().isLessThan(KilledServer.DOCUMENTS);
    Path inbox = dir.resolve("killed.duckdb.inbox");
    assertThat(inbox).isNotEmptyDirectory();
    try (WebDoor door = WebDoor.open(store, Served.TOOLBOX, DoorSettings.local(0))) {
      assertThat(door.address().getPort()).isPositive();
      while (!store.eventsAreCurrent() || Files.exists(inbox)) {
        Thread.sleep(50);
      }
      assertThat(store.listEvents(Filter.ALL)).isNotEmpty();
      assertThat(store.listDocuments()).as("what was handed in and not yet read is read after all").hasSize(KilledServer.DOCUMENTS);
    } finally {
      store.close();
    }
  }

  @Test
  void D02_whatWasCutShortTwiceIsLeftWhereItIs() throws Exception {
    Path file = dir.resolve("served.duckdb");
    Path stuck = Files.createDirectories(dir.resolve("served.duckdb.inbox/again-1"));
    Files.writeString(stuck.resolve("town.txt"), TEXT);
    Files.createDirectories(dir.resolve("served.duckdb.inbox/making-2"));
    try (Served served = Served.of(dir)) {
      ended(served, served.post("/api/read", Map.of("text", TEXT)));
      assertThat(served.json("/api/documents").path("total").asInt()).isEqualTo(1);
    }
    assertThat(file).exists();
    assertThat(stuck.resolve("town.txt")).exists();
  }
}
