package org.sitrep.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.web.DoorSettings.Role;
import org.sitrep.web.DoorSettings.Token;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Who has no token sees a form; who has a reader's is told what it does not allow. */
class SignInPageTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  private static final String READER = "reader-secret-0123456789";
  private static final String CODER = "coder+secret=/0123456789";

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir, new DoorSettings("127.0.0.1", 0, List.of(new Token(Role.READER, READER), new Token(Role.CODER, CODER))),
            Served.record("one", "Wire", "2017-09-09", "The army said that the Syrian Democratic Forces captured Tabqa from ISIS on Saturday."));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static Page signedIn(String token) {
    BROWSER.expect("401");
    Page page = BROWSER.page();
    page.navigate(served.address("/"));
    page.locator("input[name=token]").fill(token);
    page.locator("button").first().click();
    return page;
  }

  private static HttpResponse<String> form(String body, String... headers) {
    HttpRequest.Builder request = served.request("/sign-in").header("content-type", "application/x-www-form-urlencoded").header("accept", "text/html");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return served.send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void A01_programsAreAnsweredInJsonAndPeopleByAPage() {
    assertThat(served.get("/").body()).startsWith("{");
    HttpResponse<String> page = served.send(served.request("/").header("accept", "text/html,*/*"));
    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.body()).contains("<form").doesNotContain(READER, CODER);
    assertThat(page.headers().allValues("content-security-policy")).hasSize(1);
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow()).contains("form-action 'self'").doesNotContain("script-src", "unsafe");
    assertThat(served.send(served.request("/api/events").header("accept", "text/html")).body()).startsWith("{");
  }

  @Test
  void A02_theFormKeepsATokenAndNothingElse() {
    HttpResponse<String> kept = form("token=" + READER);
    assertThat(kept.statusCode()).isEqualTo(303);
    assertThat(kept.headers().firstValue("location")).hasValue("/");
    assertThat(kept.headers().firstValue("set-cookie").orElseThrow()).contains("HttpOnly", "SameSite=Strict");
    for (String wrong : List.of("token=", "token=x", "tokens=" + READER, "", "token=" + "x".repeat(5000))) {
      HttpResponse<String> refused = form(wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
      assertThat(refused.headers().firstValue("set-cookie")).isEmpty();
      assertThat(refused.body()).contains("none of the tokens");
    }
    assertThat(form("token=" + READER, "origin", "http://evil.example").statusCode()).isEqualTo(403);
    assertThat(form("token=" + READER, "sec-fetch-site", "cross-site").statusCode()).isEqualTo(403);
  }

  @Test
  void B01_aPersonSignsInByTheForm() {
    Page page = signedIn("wrong-secret-0123456789");
    assertThat(page.locator("[role=alert]")).containsText("none of the tokens");
    assertThat(Browser.axe(page)).isEmpty();
    page.locator("input[name=token]").fill(CODER);
    page.locator("button").first().click();
    assertThat(page.locator("#status")).containsText("1 document");
    page.navigate(served.address("/#/data"));
    assertThat(page.locator(".paste button")).isEnabled();
    assertThat(page.locator("#reader")).isHidden();
  }

  @Test
  void B03_signingInLeadsOnToTheViewOfTheLink() {
    BROWSER.expect("401");
    Page page = BROWSER.page();
    page.navigate(served.address("/#/documents?q=one"));
    page.locator("input[name=token]").fill("wrong-secret-0123456789");
    page.locator("button").first().click();
    assertThat(page.locator("[role=alert]")).containsText("none of the tokens");
    page.locator("input[name=token]").fill(READER);
    page.locator("button").first().click();
    assertThat(page.locator("main h1")).hasText("1 document");
    assertThat(page.url()).isEqualTo(served.address("/#/documents?q=one"));
    page.navigate(served.address("/sign-in#/issues"));
    page.locator("input[name=token]").fill(CODER);
    page.locator("button").first().click();
    assertThat(page.locator("main h1")).containsText("issue");
    assertThat(page.url()).isEqualTo(served.address("/#/issues"));
    page.navigate(served.address("/sign-in#/sources"));
    page.locator("button", new Page.LocatorOptions().setHasText("Open the page")).click();
    assertThat(page.locator("main h1")).hasText("Sources");
    assertThat(page.url()).isEqualTo(served.address("/#/sources"));
    page.navigate(served.address("/?token=" + READER + "#/issues"));
    assertThat(page.locator("main h1")).containsText("issue");
    assertThat(page.url()).isEqualTo(served.address("/#/issues"));
  }

  @Test
  void B04_aReaderWhoPressesAKeyIsToldSoAtOnce() {
    Page page = signedIn(READER);
    assertThat(page.locator("#status")).containsText("1 document");
    List<String> sent = new ArrayList<>();
    page.onRequest(request -> {
      if (request.method().equals("POST")) {
        sent.add(request.url());
      }
    });
    page.navigate(served.address("/#/review?ruled=true"));
    page.waitForSelector(".keys");
    for (String key : List.of("a", "x", "e", "m", "s", "u")) {
      page.keyboard().press(key);
      assertThat(page.locator(".said.error")).hasText("You may read, not rule: your token is a reader’s.");
      assertThat(page.locator("dialog")).hasCount(0);
    }
    Object refused = page.evaluate("async () => (await import('/rulings.js')).rule({subject: 'source', id: 'amaq', value: 'B', reason: 'x', by: 'Eve'}).catch((error) => error.message)");
    assertThat(refused).isEqualTo("You may read, not rule: your token is a reader’s.");
    assertThat(sent).isEmpty();
    HttpResponse<String> answer =
        served.send(
            served.request("/api/rulings").header("authorization", "Bearer " + READER).header("content-type", "application/json").header("x-sitrep", "x")
                .POST(HttpRequest.BodyPublishers.ofString("{\"subject\": \"source\", \"id\": \"amaq\", \"value\": \"B\", \"reason\": \"x\", \"by\": \"Eve\"}")));
    assertThat(answer.statusCode()).as("the server refuses it, too").isEqualTo(403);
  }

  @Test
  void B02_aReaderIsToldSoAndOfferedNothingThatWouldBeRefused() {
    Page page = signedIn(READER);
    assertThat(page.locator("#status")).containsText("1 document");
    assertThat(page.locator("#reader")).isHidden();
    page.navigate(served.address("/#/data"));
    assertThat(page.locator("#reader")).containsText("You may read, not rule");
    assertThat(page.locator(".ways")).hasAttribute("inert", "");
    page.navigate(served.address("/#/review"));
    assertThat(page.locator(".keys")).hasAttribute("inert", "");
    assertThat(Browser.axe(page)).isEmpty();
    page.locator("#reader a").click();
    page.locator("input[name=token]").fill(CODER);
    page.locator("button").first().click();
    assertThat(page.locator("#status")).containsText("1 document");
    page.navigate(served.address("/#/review"));
    page.waitForSelector(".keys");
    assertThat(page.locator("#reader")).isHidden();
  }
}
