package org.sitrep.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Store;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The first page with many events: days, the way back, a narrow window, a server that is silent. */
class DaysPageTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  private static final String TIMELINE =
      """
      async () => {
        const {timeline} = await import('/home/timeline.js');
        const target = document.createElement('div');
        document.body.append(target);
        const NONE = -(2 ** 31);
        const columns = {n: 5, first: [100, 100, 140, 400, NONE], last: [100, 120, 140, 401, NONE], contested: [0, 1, 0, 0, 0]};
        const made = {target, moves: [], rests: 0};
        made.line = timeline(target, {move: (from, to) => made.moves.push(`${from}-${to}`), rest: () => made.rests++, signal: new AbortController().signal});
        made.set = (from, to) => made.line.set(columns, [1, 1, 1, 1, 1], from, to);
        made.press = (name) => [...target.querySelectorAll('button')].find((b) => b.textContent === name).click();
        window.made = made;
      }
      """;

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Store store;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static WebDoor door;

  @BeforeAll
  static void serve() {
    store = War.store(dir.resolve("war.duckdb"), 11, 800, 80, 400);
    door = WebDoor.open(store, Served.TOOLBOX, DoorSettings.local(0));
  }

  @AfterAll
  static void end() {
    door.close();
    store.close();
  }

  private static Page visit(Page page, String query) {
    page.navigate(door.address() + "#/" + query);
    until(page, "performance.getEntriesByName('sitrep-first-view').length > 0");
    return page;
  }

  private static void until(Page page, String script) {
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("Boolean(" + script + ")")));
  }

  private static Page timeline() {
    Page page = visit(BROWSER.page(), "");
    page.evaluate(TIMELINE);
    return page;
  }

  @Test
  void A01_playPassesOverDaysOnWhichNothingHappens() {
    Page page = timeline();
    page.evaluate("() => { made.set(100, 106); made.press('Play'); }");
    until(page, "made.rests === 1");
    assertThat(page.evaluate("made.moves")).isEqualTo(List.of("107-113", "114-120", "135-141", "394-400"));
  }

  @Test
  void A02_whatBeganBeforeTheDaysCountsOnTheFirstOfThem() {
    Page page = timeline();
    page.evaluate("() => { made.set(110, 111); made.press('Only these days'); }");
    List<?> heights = (List<?>) page.evaluate("[...made.target.querySelectorAll('rect.all')].map((r) => Number(r.getAttribute('height')) > 0)");
    assertThat(heights).isEqualTo(List.of(true, false));
  }

  @Test
  void A03_aSingleDayHasNoHours() {
    Page page = timeline();
    page.evaluate("() => { made.set(140, 140); made.press('Only these days'); }");
    List<?> ticks = (List<?>) page.evaluate("[...made.target.querySelectorAll('.axis .tick')].map((t) => t.textContent)");
    assertThat(ticks).hasSizeLessThanOrEqualTo(2).noneMatch(t -> String.valueOf(t).matches(".*(AM|PM|:).*"));
  }

  @Test
  void A04_theListIsGreyWhileDaysMove() {
    Page page = visit(BROWSER.page(), "?from=2015-03-01&to=2015-03-10");
    assertThat(page.locator(".scroller")).not().hasClass("scroller behind");
    page.locator(".days button", new Page.LocatorOptions().setHasText("Play")).click();
    assertThat(page.locator(".scroller")).hasClass("scroller behind");
    page.locator(".days button", new Page.LocatorOptions().setHasText("Pause")).click();
    assertThat(page.locator(".scroller")).hasClass("scroller");
  }

  @Test
  void B01_backTakesAChoiceOfDaysBack() {
    Page page = visit(BROWSER.page(), "");
    page.locator(".days input[type=date]").first().fill("2015-03-01");
    page.locator(".days input[type=date]").last().fill("2015-03-10");
    until(page, "location.hash.includes('from=2015-03-01') && location.hash.includes('to=2015-03-10')");
    page.goBack();
    until(page, "!location.hash.includes('from=')");
    assertThat(page.locator(".count")).containsText("800 events");
  }

  @Test
  void B02_howManyAreListedIsSaidWhereItIsNotAll() {
    Page page = visit(BROWSER.page(), "?at=none");
    until(page, "document.querySelector('.row a')");
    String listed = page.locator(".row").first().getAttribute("aria-setsize");
    assertThat(page.locator(".count")).hasText(java.util.regex.Pattern.compile("800 events .* · " + listed + " listed"));
  }

  @Test
  void C01_aNarrowWindowHasAListThatScrollsToItsEnd() {
    Page page = visit(BROWSER.page(ColorScheme.DARK, 420, 900), "?type=clash");
    assertThat(page.locator(".rail summary")).hasText("Filters (1)");
    assertThat(page.locator(".rail fieldset").first()).isHidden();
    page.locator(".rail summary").click();
    assertThat(page.locator(".rail fieldset").first()).isVisible();
    page.waitForSelector(".row a");
    assertThat((int) page.evaluate("document.querySelector('.scroller').clientHeight")).isLessThan(900);
    String last = page.locator(".row").first().getAttribute("aria-setsize");
    page.evaluate("document.querySelector('.scroller').scrollTop = 1e6");
    page.waitForSelector(".row[aria-posinset='" + last + "']");
    assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(420);
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void D01_theFirstViewIsOfMost() {
    Page page = visit(BROWSER.page(), "");
    Object kept =
        page.evaluate(
            """
            async () => {
              const {most} = await import('/home/middle.js');
              const here = [...Array(10).keys()].map((i) => ({at: [i * 10000, i * 5000], n: 10}));
              const far = {at: [3000000, 4000000], n: 2};
              return [most([...here, far], 97).length, most([...here, {at: [120000, 0], n: 2}], 97).length, most([], 0).length, most([far], 2).length];
            }
            """);
    assertThat(kept).isEqualTo(List.of(10, 11, 0, 1));
  }

  @Test
  void E01_whatASilentServerDoesNotAnswerIsGreyAndAskedAgain(@TempDir Path own) {
    BROWSER.expect("ERR_");
    try (Store small = War.store(own.resolve("small.duckdb"), 5, 60, 9, 40)) {
      Page page = BROWSER.page();
      int port;
      try (WebDoor its = WebDoor.open(small, Served.TOOLBOX, DoorSettings.local(0))) {
        port = its.address().getPort();
        page.navigate(its.address() + "#/");
        until(page, "performance.getEntriesByName('sitrep-first-view').length > 0");
      }
      page.locator(".facet input[type=checkbox]").first().check();
      assertThat(page.locator(".side [role=alert]")).containsText("sitrep does not answer");
      assertThat(page.locator("p.count")).hasClass("count behind");
      assertThat(page.locator(".scroller")).hasClass("scroller behind");
      try (WebDoor its = WebDoor.open(small, Served.TOOLBOX, DoorSettings.local(port))) {
        assertThat(page.locator("p.count")).hasClass("count", new com.microsoft.playwright.assertions.LocatorAssertions.HasClassOptions().setTimeout(20_000));
        assertThat(page.locator(".side [role=alert]")).hasCount(0);
        assertThat(page.locator("p.count")).not().containsText("60 events");
        BROWSER.leave();
      }
    }
  }
}
