package org.sitrep.web;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.web.DoorSettings.Role;
import org.sitrep.web.DoorSettings.Token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who may ask what of the page's server. */
class GuardTest {

  private static final String READER = "reader-secret-0123456789";
  private static final String CODER = "coder-secret-0123456789";

  @TempDir private Path dir = Path.of("");

  private Served local() throws IOException {
    return Served.of(dir);
  }

  private Served tokened() throws IOException {
    return Served.of(dir, new DoorSettings("127.0.0.1", 0, List.of(new Token(Role.READER, READER), new Token(Role.CODER, CODER))));
  }

  private static HttpRequest.Builder write(Served served, Map<String, String> headers) {
    HttpRequest.Builder request = served.request("/api/nosuch").POST(HttpRequest.BodyPublishers.ofString("{}"));
    headers.forEach(request::header);
    return request;
  }

  private static final Map<String, String> OURS = Map.of("x-sitrep", "test", "content-type", "application/json");

  /** What passes Guard finds that there is nothing at this address. */
  private static final int PASSED = 404;

  @Test
  void A01_whatIsServedMayLoadNothingFromElsewhere() throws IOException {
    try (Served served = local()) {
      assertThat(served.get("/").headers().firstValue("content-security-policy").orElseThrow())
          .startsWith("default-src 'none'").doesNotContain("http:", "https:", "unsafe", "*");
      assertThat(served.get("/api/nosuch").body()).isEqualTo("{\"schema_version\":1,\"error\":\"there is no /api/nosuch\"}");
    }
  }

  @Test
  void B01_aWriteOfThePageItselfPasses() throws IOException {
    try (Served served = local()) {
      assertThat(served.send(write(served, OURS)).statusCode()).isEqualTo(PASSED);
      String own = served.address("/").replaceFirst("/$", "");
      HttpRequest.Builder withOrigin = write(served, OURS).header("origin", own).header("sec-fetch-site", "same-origin");
      assertThat(served.send(withOrigin).statusCode()).isEqualTo(PASSED);
    }
  }

  @Test
  void B02_aWriteThatAnotherSiteCouldSendIsRefused() throws IOException {
    try (Served served = local()) {
      HttpResponse<String> bare = served.send(write(served, Map.of("content-type", "application/json")));
      assertThat(bare.statusCode()).isEqualTo(403);
      assertThat(bare.body()).contains("x-sitrep");
      assertThat(served.send(write(served, Map.of("x-sitrep", "1", "content-type", "text/plain"))).statusCode()).isEqualTo(415);
      assertThat(served.send(write(served, Map.of("x-sitrep", "1"))).statusCode()).isEqualTo(415);
      assertThat(served.send(write(served, OURS).header("origin", "http://evil.example")).statusCode()).isEqualTo(403);
      assertThat(served.send(write(served, OURS).header("origin", "null")).statusCode()).isEqualTo(403);
      assertThat(served.send(write(served, OURS).header("sec-fetch-site", "cross-site")).statusCode()).isEqualTo(403);
      assertThat(served.send(served.request("/api/events").DELETE()).statusCode()).isEqualTo(405);
    }
  }

  @Test
  void C01_aQueryOfAMegabyteIsRefusedInWords() throws IOException {
    try (Served served = local()) {
      HttpResponse<String> answer = served.get("/api/events?place=" + "a".repeat(1 << 20));
      assertThat(answer.statusCode()).isEqualTo(414);
      assertThat(answer.body()).contains("the limit is 16,384");
      assertThat(served.get("/api/events?place=" + "a".repeat(10_000)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void C02_aBodyOfMoreThanTheLimitIsRefusedInWords() throws IOException {
    try (Served served = local()) {
      byte[] large = new byte[Guard.MOST_BYTES + 1];
      HttpRequest.Builder request = served.request("/api/nosuch").expectContinue(true).POST(HttpRequest.BodyPublishers.ofByteArray(large));
      OURS.forEach(request::header);
      HttpResponse<String> answer = served.send(request);
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(served.get("/api/summary").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void C03_whoAsksTooFastIsToldToWait() {
    Pace pace = new Pace();
    long passed = IntStream.range(0, 3 * Pace.BURST).filter(i -> pace.wait("a") == 0).count();
    assertThat(passed).isGreaterThanOrEqualTo(Pace.BURST).isLessThan(2L * Pace.BURST);
    assertThat(pace.wait("b")).as("another client").isZero();
  }

  @Test
  void C04_tooManyRequestsOverHttp() throws IOException {
    try (Served served = local()) {
      int last = 200;
      HttpResponse<String> answer = served.get("/icon.svg");
      for (int i = 0; i < 20_000 && last == 200; i++) {
        answer = served.get("/icon.svg");
        last = answer.statusCode();
      }
      Assumptions.assumeTrue(last != 200, "on this machine no client is fast enough to be told to wait");
      assertThat(last).isEqualTo(429);
      assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
      assertThat(answer.body()).contains("too many requests at once");
    }
  }

  @Test
  void D01_withTokensNobodyLooksWithoutOne() throws IOException {
    try (Served served = tokened()) {
      for (String path : List.of("/", "/app.js", "/api/events", "/api/nosuch")) {
        HttpResponse<String> answer = served.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(401);
        assertThat(answer.body()).contains("wants a token").doesNotContain(READER, CODER);
        assertThat(served.send(served.request(path).header("authorization", "Bearer " + READER + "0")).statusCode()).as(path).isEqualTo(401);
      }
    }
  }

  @Test
  void D02_aReaderLooksAndACoderWrites() throws IOException {
    try (Served served = tokened()) {
      assertThat(served.send(served.request("/api/events").header("authorization", "Bearer " + READER)).statusCode()).isEqualTo(200);
      HttpResponse<String> refused = served.send(write(served, OURS).header("authorization", "Bearer " + READER));
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("needs a coder's");
      assertThat(served.send(write(served, OURS).header("authorization", "Bearer " + CODER)).statusCode()).isEqualTo(PASSED);
      assertThat(served.send(write(served, Map.of("content-type", "application/json")).header("authorization", "Bearer " + CODER)).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void D03_aTokenInTheAddressIsKeptWhereNoScriptSeesIt() throws IOException {
    try (Served served = tokened()) {
      HttpResponse<String> first = served.get("/?token=" + READER);
      assertThat(first.statusCode()).isEqualTo(303);
      assertThat(first.headers().firstValue("location")).hasValue("/");
      String cookie = first.headers().firstValue("set-cookie").orElseThrow();
      assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
      assertThat(served.send(served.request("/").header("cookie", cookie.split(";", 2)[0])).statusCode()).isEqualTo(200);
      HttpResponse<String> wrong = served.get("/?token=" + READER + "x");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.headers().firstValue("set-cookie")).isEmpty();
    }
  }

  @Test
  void E01_anAddressThatOthersReachNeedsAToken() {
    assertThatThrownBy(() -> new DoorSettings("0.0.0.0", 0, List.of())).hasMessageContaining("can be reached from other machines");
    assertThat(new DoorSettings("0.0.0.0", 0, List.of(new Token(Role.READER, READER))).isLocal()).isFalse();
    assertThatThrownBy(() -> new Token(Role.READER, "short")).hasMessageContaining("at least 16");
    assertThat(new Token(Role.READER, READER).toString()).doesNotContain(READER);
  }

  @Test
  void E02_aForeignHostNameIsRefused() throws IOException {
    try (Served served = local();
        java.net.Socket socket = new java.net.Socket("127.0.0.1", served.base().getPort())) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 403".length());
      assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 403");
    }
  }
}
