package org.sitrep.web;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Filters go with the reader from screen to screen, none is dropped, and none is made up. */
class FiltersPageTest {

  private static final String TWO = "type=killing&type=air_strike&contested=true";
  private static final double PATIENCE_MS = 60_000;

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Saturday, the army said. Russian warplanes bombed Raqqa on Saturday, the army said. Russian warplanes bombed Tabqa on Saturday, Amaq said."),
            Served.record("b", "Post", "2017-09-25", "Five soldiers were killed in Mayadin on Saturday, Amaq said."),
            Served.record("c", "Herald", "2017-09-25", "Two soldiers were killed in Mayadin on Saturday, activists said."),
            "{\"doc\": \"e\", \"text\": \"Turkish soldiers shelled Afrin, activists said.\"}\n");
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static Page open(String screen) {
    Page page = BROWSER.page();
    page.setDefaultTimeout(PATIENCE_MS);
    page.navigate(served.address("/#/" + screen));
    ready(page);
    return page;
  }

  private static void ready(Page page) {
    page.waitForFunction("() => document.title !== 'sitrep' && !document.querySelector('main[aria-busy=true]')");
  }

  private static List<String> chips(Page page) {
    return page.locator(".chips button:not(.link)").allInnerTexts();
  }

  @Test
  void A01_whatIsFilteredOnTheMapIsExportedReportedAndFoundAgain() {
    Page page = open("?place=Mayadin&from=2017-09-01&to=2017-09-23");
    page.waitForSelector(".count");
    assertThat(page.textContent(".count")).startsWith("1 event ·");
    page.click("text=Export these");
    page.waitForSelector("td[data-profile=geojson]");
    assertThat(page.url()).contains("#/data?place=Mayadin&from=2017-09-01&to=2017-09-23");
    assertThat(page.textContent("td[data-profile=geojson]")).startsWith("1 row");
    page.click("nav >> text=Report");
    page.waitForSelector(".sentences");
    assertThat(page.url()).contains("#/report?place=Mayadin&date=2017-09-23");
    assertThat(page.locator(".sentences").allInnerTexts()).allMatch(text -> text.contains("Mayadin"));
    page.click("text=event >> nth=0");
    page.waitForSelector(".crumb a");
    page.click("text=Events");
    page.waitForSelector(".count");
    assertThat(page.url()).contains("place=Mayadin").contains("from=2017-09-01").contains("to=2017-09-23");
    page.click(".brand");
    page.waitForFunction("() => document.querySelector('nav a[data-screen=data]').getAttribute('href') === '#/data'");
  }

  @Test
  void A02_whatNarrowsTheListAloneIsSaidToBeLeftOut() {
    Page page = open("?type=killing&type=air_strike");
    page.waitForSelector(".count");
    assertThat(page.textContent(".count a")).isEqualTo("Export these");
    assertThat(page.locator(".limits").count()).isZero();
    JsonNode place = served.json("/api/list?place=Tabqa").path("events").path(0).path("place");
    page.navigate(served.address("/#/?type=killing&type=air_strike&at=" + place.path("lat").asString() + "," + place.path("lon").asString() + "&seen=38,35,41,36"));
    page.waitForSelector(".limits");
    page.waitForFunction("() => document.querySelector('.count').textContent.includes(' listed')");
    assertThat(page.innerText(".count")).contains("1 listed", "Export all 3");
    assertThat(page.innerText(".limits")).contains("“only Tabqa” and “only what the map shows” are left out");
    assertThat(Browser.axe(page)).isEmpty();
    page.click(".limits a");
    page.waitForSelector("td[data-profile=geojson]");
    assertThat(page.url()).contains("type=killing&type=air_strike&place=Tabqa").doesNotContain("at=").doesNotContain("seen=");
    assertThat(page.textContent("td[data-profile=geojson]")).startsWith("1 row");
    page = open("?at=none");
    page.waitForSelector(".limits");
    assertThat(page.innerText(".limits")).contains("“only events without a place” is left out");
    assertThat(page.locator(".limits a").count()).isZero();
  }

  @Test
  void B01_askingAgainKeepsEveryFilterAndAddsWhatIsWritten() {
    Page page = open("data?" + TWO);
    page.waitForSelector("td[data-profile=claims]");
    assertThat(page.textContent("td[data-profile=claims]")).startsWith("2 rows");
    page.click("text=Count");
    assertThat(page.url()).endsWith("#/data?" + TWO);
    assertThat(chips(page)).hasSize(3);
    page.fill("[aria-label=Filters] input[name=type]", "clash");
    page.click("text=Count");
    page.waitForFunction("() => document.querySelectorAll('.chips button:not(.link)').length === 4");
    assertThat(page.url()).endsWith("#/data?type=killing&type=air_strike&type=clash&contested=true");
    page.click("[aria-label='Remove type clash']");
    page.waitForFunction("() => document.querySelectorAll('.chips button:not(.link)').length === 3");
    page.uncheck("input[name=contested]");
    page.click("text=Count");
    page.waitForFunction("() => !location.hash.includes('contested')");
    assertThat(page.url()).endsWith("#/data?type=killing&type=air_strike");
    page.goBack();
    page.waitForFunction("() => location.hash.includes('contested')");
  }

  @Test
  void B02_aReportWrittenAnewKeepsEveryFilter() {
    Page page = open("report?" + TWO + "&date=2017-09-23");
    page.click("text=Write anew");
    page.waitForSelector(".sentences");
    assertThat(page.url()).contains(TWO);
    assertThat(page.locator(".command code").innerText()).contains(" --type killing --type air_strike --contested").contains("--store ");
  }

  @Test
  void C01_aMistypedAddressIsRefusedInWords() {
    for (String address : List.of("data?plce=Aleppo", "report?plaice=x", "documents?foo=1", "issues?q=x", "report?from=2017-09-01", "document/a?verson=1", "search?Q=x", "discussion?page=2")) {
      Page page = BROWSER.page();
      page.navigate(served.address("/#/" + address));
      page.waitForSelector("main .error");
      assertThat(page.innerText("main .error")).as(address).contains("there is no such filter here");
    }
  }

  @Test
  void D01_whatIsOfNoCertainDayIsFoldedAndOpensOnDemand() throws IOException {
    Page page = open("report?date=2017-09-23");
    assertThat(page.innerText("main")).doesNotContain("Afrin");
    page.click(".standing summary");
    page.waitForSelector(".standing .sentences");
    assertThat(page.innerText(".standing")).contains("Afrin", "would stand in every report");
    assertThat(Browser.axe(page)).isEmpty();
    assertThat(page.getAttribute("text=Markdown", "href")).doesNotContain("undated");
    page.check("text=of no certain day, at the end");
    assertThat(page.url()).contains("undated=true");
    Download taken = page.waitForDownload(() -> page.click("text=Markdown"));
    assertThat(Files.readString(taken.path())).contains("## Of no certain day", "Afrin");
  }

  @Test
  void D02_whatIsPinnedIsPinnedInTheFileToo() throws IOException {
    Page page = open("report?date=2017-09-23");
    String section = ".sentences:has(li:nth-child(2)) >> nth=0";
    String second = page.locator(section).locator("li >> nth=1").locator("span >> nth=0").innerText();
    page.locator(section).locator("li >> nth=1").locator("text=pin").click();
    page.waitForSelector(".sentences .pinned");
    assertThat(page.locator(section).locator("li >> nth=0").innerText()).startsWith(second);
    Download taken = page.waitForDownload(() -> page.click("text=Markdown"));
    String title = page.locator("section:has(li.pinned) h2").innerText();
    assertThat(Files.readString(taken.path()).lines().dropWhile(l -> !l.equals("## " + title)).filter(l -> l.startsWith("- ")).findFirst().orElseThrow()).contains(second);
  }

  @Test
  void D03_noDayAndAFilterThatNothingPassesAreSaid() {
    Page page = open("report?date=2017-09-23");
    page.fill(".report input[type=date]", "");
    page.waitForFunction("() => document.querySelector('h1').textContent === 'Report'");
    assertThat(page.innerText("main")).contains("No day is chosen.", "2017-09-23").doesNotContain("Mayadin");
    page.fill("input[name=place]", "Nowhere");
    page.click("text=Write anew");
    page.waitForSelector("text=On no day does anything pass these filters.");
    page.click("text=Leave them out");
    page.waitForSelector("text=No day is chosen.");
    page.click("main p button.link:has-text('2017-09-23')");
    page.waitForSelector(".sentences");
  }
}
