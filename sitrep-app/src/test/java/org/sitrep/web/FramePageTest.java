package org.sitrep.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What is the same on every screen: the frame, the focus, the way back, and a server that is not always there. */
class FramePageTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  /** More than a browser has connections for one server. */
  private static final int TABS = 8;

  private static final String ODD = "a; touch /tmp/x #";
  private static final String DASHED = "--help";

  private static final String HIDABLE =
      "let hidden = false; Object.defineProperty(document, 'hidden', {get: () => hidden});"
          + " window.hide = (yes) => { hidden = yes; document.dispatchEvent(new Event('visibilitychange')); };";

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.of(dir, records());
  }

  private static String[] records() {
    String text = "The army said that the Syrian Democratic Forces captured %s from ISIS on Saturday. It gave no more details.";
    return new String[] {
      Served.record(ODD, "Wire", "2017-09-09", String.format(text, "Tabqa")),
      Served.record(DASHED, "Wire", "2017-09-10", String.format(text, "Raqqa")),
      Served.record(DASHED, "Wire", "2017-09-10", String.format(text, "Tabqa")),
      Served.record("arabic", "وكالة الأنباء", "2018-11-09", "أعلن الجيش السوري السيطرة على بلدة معدان في ريف الرقة.")
    };
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static Page open(Page page, String screen) {
    page.navigate(served.address("/#/" + screen));
    page.waitForSelector("main h1");
    return page;
  }

  private static void until(Page page, String script) {
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("Boolean(" + script + ")")));
  }

  @Test
  void A01_moreTabsThanConnectionsAllLoadAndAreToldWhenTheyAreSeenAgain() {
    BrowserContext window = BROWSER.page().context();
    window.addInitScript(HIDABLE);
    List<Page> tabs = IntStream.range(0, TABS).mapToObj(i -> window.newPage()).toList();
    for (Page tab : tabs) {
      open(tab, "issues");
      tab.waitForSelector("#changed[data-version]", new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
      tab.evaluate("hide(true)");
    }
    Page first = tabs.getFirst();
    served.post("/api/read", java.util.Map.of("text", "The army said that it captured Mayadin from ISIS on Friday.", "title", "More", "publisher", "Wire", "published", "2017-10-14"));
    first.waitForTimeout(200);
    assertThat(first.locator("#changed")).isHidden();
    first.evaluate("hide(false)");
    assertThat(first.locator("#changed")).isVisible();
  }

  @Test
  void A02_aTabThatIsOpenedUnseenKnowsWhatItShows() {
    Page page = BROWSER.page();
    page.addInitScript(HIDABLE + " hide(true);");
    open(page, "issues");
    page.waitForSelector("#changed[data-version]", new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    assertThat(page.evaluate("document.getElementById('changed').dataset.version")).isNotNull();
  }

  @Test
  void B01_anIdOfADocumentIsOneWordOfTheCommand() {
    String at = " --store " + dir.resolve("served.duckdb");
    Page page = open(BROWSER.page(), "document/" + java.net.URLEncoder.encode(ODD, java.nio.charset.StandardCharsets.UTF_8).replace("+", "%20"));
    assertThat(page.locator("article > .command code")).hasText("sitrep claims" + at + " --doc 'a; touch /tmp/x #'");
    open(page, "document/" + DASHED);
    assertThat(page.locator("article > .command code")).hasText("sitrep claims" + at + " --doc=--help");
    page.navigate(served.address("/#/document/" + DASHED + "?from=1&to=2"));
    assertThat(page.locator("article > .command code")).hasText("sitrep diff" + at + " --from 1 --to 2 -- --help");
    page.navigate(served.address("/#/?place=-x"));
    assertThat(page.locator(".command code")).hasText("sitrep events" + at + " --place=-x");
  }

  @Test
  void B02_aDayBesideAnArabicNameIsNotTurnedRound() {
    Page page = open(BROWSER.page(), "document/arabic");
    assertThat(page.locator(".lead time")).hasText("2018-11-09");
    assertThat(page.locator(".lead time").evaluate("e => getComputedStyle(e).direction")).isEqualTo("ltr");
    Object order = page.evaluate("() => document.querySelector('.lead bdi').getBoundingClientRect().right <= document.querySelector('.lead time').getBoundingClientRect().left");
    assertThat(order).as("the name stands left of the day").isEqualTo(true);
  }

  @Test
  void C01_noScreenIsWiderThanANarrowWindow() {
    Page page = BROWSER.page(ColorScheme.LIGHT, 420, 900);
    String event = served.json("/api/events").path("events").get(0).path("event_id").asString();
    for (String screen : List.of("", "event/" + event, "control", "review", "sources", "report", "documents", "document/arabic", "discussion", "data", "issues", "search?q=army")) {
      open(page, screen);
      assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(screen).isLessThanOrEqualTo(420);
    }
  }

  @Test
  void D01_theSkipLinksMoveTheFocusAndLeaveTheAddress() {
    Page page = open(BROWSER.page(), "issues");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    assertThat(page.url()).endsWith("#/issues");
    assertThat(page.locator("#to-list")).isHidden();
    open(page, "");
    page.waitForSelector(".row a");
    page.reload();
    page.waitForSelector(".row a");
    until(page, "!document.getElementById('to-list').hidden");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.dataset.index")).isEqualTo("0");
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void D02_theFocusIsNeverLostBetweenScreens() {
    Page page = open(BROWSER.page(), "");
    page.waitForSelector(".row a");
    page.locator(".row a").first().click();
    until(page, "location.hash.includes('event=')");
    String chosen = (String) page.evaluate("document.querySelector('.row.chosen a').hash");
    page.keyboard().press("Enter");
    page.waitForSelector("article.event");
    until(page, "document.activeElement.id === 'main'");
    page.goBack();
    page.waitForSelector(".row.chosen");
    until(page, "document.activeElement.hash === '" + chosen + "'");
  }

  @Test
  void D03_theFieldHasTheWordsThatWereSought() {
    Page page = open(BROWSER.page(), "search?q=army");
    page.locator("#search input").fill("raqqa");
    page.keyboard().press("Enter");
    assertThat(page.locator("main h1")).hasText("Search: raqqa");
    page.goBack();
    assertThat(page.locator("main h1")).hasText("Search: army");
    assertThat(page.locator("#search input")).hasValue("army");
  }

  @Test
  void D04_aPlaceThatWasFoundIsCalledByItsName() {
    Page page = open(BROWSER.page(), "search?q=Tabqa");
    page.locator("section[aria-label=Places] a").first().click();
    assertThat(page.locator(".chips button").first()).not().containsText(":");
    assertThat(page.locator(".chips button").first()).containsText("abqa");
    assertThat(page.url()).matches(".*place=[a-z]+:.*");
  }

  @Test
  void E01_aServerThatComesBackIsAskedAgain(@TempDir Path own) throws IOException {
    BROWSER.expect("ERR_");
    Page page = BROWSER.page();
    int port;
    try (Served first = Served.of(own, records())) {
      port = first.base().getPort();
      page.navigate(first.address("/#/issues"));
      page.waitForSelector("main h1");
    }
    assertThat(page.locator("#status")).containsText("does not answer");
    page.locator("nav a", new Page.LocatorOptions().setHasText("Documents")).click();
    assertThat(page.locator("main [role=alert]")).containsText("sitrep does not answer");
    try (Served again = Served.of(own, DoorSettings.local(port), List.of())) {
      assertThat(page.locator("main h1")).containsText("documents", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
      again.close();
    }
    page.locator("nav a", new Page.LocatorOptions().setHasText("Sources")).click(); // a screen of which nothing has been loaded yet
    assertThat(page.locator("main [role=alert]")).containsText("sitrep does not answer");
    try (Served again = Served.of(own, DoorSettings.local(port), List.of())) {
      assertThat(page.locator("main h1")).containsText("ources", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
      BROWSER.leave();
    }
  }
}
