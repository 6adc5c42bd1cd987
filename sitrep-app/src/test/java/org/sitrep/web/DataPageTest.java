package org.sitrep.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.web.DoorSettings.Role;
import org.sitrep.web.DoorSettings.Token;

import static org.assertj.core.api.Assertions.assertThat;

/** The first run, half-written text, what a read leads to, and commands that work where they are pasted. */
class DataPageTest {

  private static final double PATIENCE_MS = 90_000;
  private static final String TEXT = "The Syrian army captured Maadan from ISIS on 23 September 2017, the army said.";

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private Path dir = Path.of("");

  private static Page open(Served served, String screen) {
    Page page = BROWSER.page();
    page.setDefaultTimeout(PATIENCE_MS);
    page.navigate(served.address("/#/" + screen));
    return page;
  }

  @Test
  void A01_theFirstRunLoadsTheDemonstrationByAButton() throws IOException {
    try (Served served = Served.of(dir)) {
      Page page = open(served, "");
      page.click("text=Load the demonstration.");
      page.click("button:text('Load the demo')");
      page.waitForSelector(".jobs li[data-state=done]");
      page.waitForFunction("() => !document.querySelector('main').innerText.includes('this empty store')");
      assertThat(served.json("/api/documents").path("total").asInt()).isGreaterThan(5);
      assertThat(page.locator("#changed").isVisible()).as("the screen follows by itself").isFalse();
      assertThat(page.innerText("#status")).doesNotStartWith("0 documents");
      assertThat(served.post("/api/read", Map.of("demo", true)).statusCode()).isEqualTo(409);
      page.click(".jobs li a >> nth=0");
      page.waitForFunction("() => !document.title.startsWith('Data')");
      assertThat(page.url()).contains("#/document/");
      assertThat(page.locator("main .error").count()).isZero();
      BROWSER.leave();
    }
  }

  @Test
  void A02_halfWrittenTextSurvivesReadsOtherScreensAndReloads() throws IOException {
    try (Served served = Served.of(dir)) {
      Page page = open(served, "data");
      page.fill("textarea[name=text]", TEXT);
      page.click("text=Read this text");
      page.waitForSelector(".jobs li[data-state=done]");
      assertThat(page.inputValue("textarea[name=text]")).as("it has been handed in").isEmpty();
      page.fill("textarea[name=text]", "Half of");
      page.fill("input[name=publisher]", "Wire");
      served.post("/api/read", Map.of("text", TEXT + " Amaq denied it."));
      page.waitForFunction("() => document.querySelectorAll('.jobs li[data-state=done]').length === 2");
      page.waitForFunction("() => document.getElementById('status').textContent.startsWith('2 documents')");
      assertThat(page.locator("#changed").isVisible()).isFalse();
      assertThat(page.inputValue("textarea[name=text]")).isEqualTo("Half of");
      page.click("nav >> text=Issues");
      page.waitForSelector("text=What could not be read");
      page.goBack();
      page.waitForSelector("textarea");
      assertThat(page.inputValue("textarea[name=text]")).isEqualTo("Half of");
      page.reload();
      page.waitForSelector("textarea");
      assertThat(page.inputValue("textarea[name=text]")).isEqualTo("Half of");
      assertThat(page.inputValue("input[name=publisher]")).isEqualTo("Wire");
      page.fill("textarea[name=text]", "  \n ");
      page.click("text=Read this text");
      page.waitForSelector("[role=alert]");
      assertThat(page.innerText("[role=alert]")).contains("nothing to read yet").doesNotContain("{");
      page.click("nav >> text=Documents");
      page.waitForSelector("[aria-label=Documents] table");
      assertThat(page.innerText("tbody tr >> nth=0")).as("read last, shown first").contains("pasted-");
      assertThat(page.locator("tbody tr >> nth=0").locator("a").getAttribute("href"))
          .contains(served.json("/api/documents").path("documents").path(1).path("doc").asString());
      BROWSER.leave();
    }
  }

  @Test
  void B01_whereThereIsNoClipboardTheTextIsShownAndChosen() throws IOException {
    try (Served served = Served.of(dir, Served.record("a", "Wire", "2017-09-24", TEXT))) {
      Page page = BROWSER.page();
      page.addInitScript("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
      page.navigate(served.address("/#/data?place=Maadan"));
      page.click("text=Copy as command line >> nth=0");
      page.waitForSelector(".by-hand input");
      String line = page.inputValue(".by-hand input");
      assertThat(line).startsWith("sitrep export --store ").contains("served.duckdb").endsWith(" --profile claims --place Maadan");
      assertThat(page.evaluate("() => getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)")).isEqualTo(line);
      page.click("text=Copy as curl >> nth=0");
      page.waitForFunction("() => document.querySelector('.by-hand input').value.startsWith('curl')");
      assertThat(page.inputValue(".by-hand input")).doesNotContain("Authorization");
      assertThat(Browser.axe(page)).isEmpty();
      BROWSER.leave();
    }
  }

  @Test
  void B02_whereThereAreTokensCurlSendsOne() throws IOException {
    String secret = "a-secret-of-letters";
    DoorSettings settings = new DoorSettings("127.0.0.1", 0, List.of(new Token(Role.READER, secret)));
    try (Served served = Served.of(dir, settings, Served.record("a", "Wire", "2017-09-24", TEXT))) {
      Page page = BROWSER.page();
      page.addInitScript("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
      page.navigate(served.address("/?token=" + secret + "#/data"));
      page.click("text=Copy as curl >> nth=0");
      page.waitForSelector(".by-hand input");
      assertThat(page.inputValue(".by-hand input")).contains("-H \"Authorization: Bearer $SITREP_TOKEN\"").doesNotContain(secret);
      assertThat(page.innerText(".data td code >> nth=0")).as("where the store lies is nobody else's business").contains("--store served.duckdb ");
      BROWSER.leave();
    }
  }

  @Test
  void C01_aServerThatIsGoneIsSaidSo() throws IOException {
    BROWSER.expect("net::ERR");
    Served served = Served.of(dir);
    Page page = open(served, "data");
    page.fill("textarea[name=text]", TEXT);
    served.close();
    page.click("text=Read this text");
    page.waitForSelector("[role=alert]");
    assertThat(page.innerText("[role=alert]")).contains("sitrep does not answer").doesNotContain("Failed to fetch");
    assertThat(page.inputValue("textarea[name=text]")).isEqualTo(TEXT);
  }
}
