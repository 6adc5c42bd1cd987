package org.sitrep.web;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.event.Event;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** The first page in a browser. */
final class HomePageTest {

  @TempDir private static Path dir;
  private static Store store;
  private static WebDoor door;
  @RegisterExtension private static final Browser BROWSER = new Browser();
  private Page page;

  @BeforeAll
  static void serve() {
    store = War.store(dir.resolve("war.duckdb"), 11, 800, 80, 400);
    door = WebDoor.open(store, Served.TOOLBOX, DoorSettings.local(0));
  }

  @AfterAll
  static void end() {
    if (door != null) {
      door.close();
      store.close();
    }
  }

  @BeforeEach
  void open() {
    page = BROWSER.page();
    page.setDefaultTimeout(60_000);
  }

  @Test
  void a01_theCountLineIsWhatTheCommandLineFinds() {
    visit(door, "?type=clash&place=Kafr");
    List<Event> events = store.listEvents(new Filter(List.of("clash"), List.of("Kafr"), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of()));
    long contested = events.stream().filter(e -> !e.contradictions().isEmpty()).count();
    assertThat(page.textContent(".count")).startsWith(events.size() + " events · " + contested + " contested · ");
    assertThat(page.textContent(".command code")).isEqualTo("sitrep events --store " + dir.resolve("war.duckdb") + " --type clash --place Kafr");
  }

  @Test
  void a02_aChoiceInTheRailFilters() {
    visit(door, "");
    assertThat(page.textContent(".count")).startsWith("800 events");
    page.locator(".facet").first().locator("input[type=checkbox]").first().check();
    until("document.querySelector('.count')?.textContent.includes('800 events') === false");
    assertThat(page.url()).contains("type=");
    assertThat(page.locator(".chips button").first().textContent()).contains("type");
    page.locator(".chips button").first().click();
    until("document.querySelector('.count')?.textContent.includes('800 events')");
    page.goBack();
    until("document.querySelector('.count')?.textContent.includes('800 events') === false");
  }

  @Test
  void a03_facetsAreSearched() {
    visit(door, "");
    page.locator("[aria-label='Find place']").fill("suwar");
    until("[...document.querySelectorAll('.facet')][1].querySelectorAll('li').length === 1");
    assertThat(page.locator(".facet").nth(1).textContent()).contains("Ṣūwar al-Gharbī");
  }

  @Test
  void b01_aLinkShowsTheSameAgain() {
    visit(door, "?contested=true&sort=claims");
    page.locator(".row a").nth(2).click();
    until("location.hash.includes('event=')");
    String count = page.textContent(".count");
    String chosen = page.textContent(".row.chosen");
    String link = page.url().substring(page.url().indexOf('#') + 2);
    Page other = page;
    page = BROWSER.page();
    page.setDefaultTimeout(60_000);
    other.close();
    visit(door, link);
    page.waitForSelector(".row.chosen");
    assertThat(page.textContent(".count")).isEqualTo(count);
    assertThat(page.textContent(".row.chosen")).isEqualTo(chosen);
  }

  @Test
  void b02_anUnknownFilterIsRefusedInWords() {
    page.navigate(door.address() + "#/?colour=red");
    page.waitForSelector("[role=alert]");
    assertThat(page.textContent("[role=alert]")).contains("colour").contains("certainty");
  }

  @Test
  void b03_whatLooksLikeMarkupIsText() {
    visit(door, "?place=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
    assertThat(page.textContent(".chips")).contains("<img src=x");
    assertThat(page.locator(".chips img").count()).isZero();
    assertThat(page.textContent(".home .none")).contains("Without place there would be 800 events");
  }

  @Test
  void c01_theListIsWalkedByKeyboardWithFewRowsInThePage() {
    visit(door, "");
    page.waitForSelector(".row a");
    page.locator(".row a[tabindex='0']").focus();
    page.keyboard().press("ArrowDown");
    until("document.activeElement.dataset.index === '1'");
    page.keyboard().press("End");
    until("document.activeElement.dataset.index === '799'");
    assertThat((int) page.evaluate("document.querySelectorAll('.rows > li').length")).isLessThanOrEqualTo(60);
    page.keyboard().press("Home");
    until("document.activeElement.dataset.index === '0'");
    page.keyboard().press("Enter");
    until("location.hash.includes('event=')");
    page.keyboard().press("Enter");
    until("location.hash.startsWith('#/event/')");
  }

  @Test
  void d01_theBrushMovesByKeyboardAndTheServersAnswerStands() {
    visit(door, "?from=2015-03-01&to=2015-03-10");
    page.locator("svg.timeline").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Shift+ArrowRight");
    until("location.hash.includes('from=2015-03-02') && location.hash.includes('to=2015-03-12')");
    Filter days =
        new Filter(List.of(), List.of(), List.of(), List.of(), Optional.of(java.time.LocalDate.of(2015, 3, 2)), Optional.of(java.time.LocalDate.of(2015, 3, 12)), List.of(), List.of());
    String expected = String.format(Locale.ROOT, "%d events", store.listEvents(days).size());
    until("document.querySelector('.count')?.textContent.startsWith('" + expected + "')");
    page.keyboard().press("Escape");
    until("document.querySelector('.count')?.textContent.startsWith('800 events')");
  }

  @Test
  void e01_eventsWithoutAPlaceAreInATray() {
    visit(door, "");
    long nowhere = store.listEvents(Filter.ALL).stream().filter(e -> e.place().filter(p -> p.isLocated()).isEmpty()).count();
    assertThat(page.textContent(".tray")).contains(nowhere + " without place");
    page.locator(".tray").click();
    until("location.hash.includes('at=none')");
    until("document.querySelector('.row a') && document.querySelector('.row').getAttribute('aria-setsize') === '" + nowhere + "'");
  }

  @Test
  void e02_aPlaceOfSeveralEventsIsSpreadInTheSameWayEachTime() {
    visit(door, "");
    String first = (String) page.evaluate("import('/map.js').then(m => JSON.stringify(m.legs(30)))");
    String again = (String) page.evaluate("import('/map.js').then(m => JSON.stringify(m.legs(30)))");
    assertThat(first).isEqualTo(again);
    assertThat((int) page.evaluate("Number(document.querySelector('.map').dataset.features)")).isBetween(1, 2000);
  }

  @Test
  void e02_whatHappensOnTheWayToAnotherScreenDoesNotLeadBack() {
    visit(door, "");
    page.evaluate("() => { location.hash = '#/data'; const order = document.querySelector('.sorting select'); order.value = 'claims'; order.dispatchEvent(new Event('change')); }");
    until("document.querySelector('.paste')");
    assertThat(page.url()).endsWith("#/data");
  }

  @Test
  void f01_anEmptyStoreShowsWaysToBegin(@TempDir Path empty) {
    try (Store none = Store.open(empty.resolve("none.duckdb"));
        WebDoor its = WebDoor.open(none, Served.TOOLBOX, DoorSettings.local(0))) {
      page.close();
      page = BROWSER.page();
      page.setDefaultTimeout(60_000);
      visit(its, "");
      assertThat(page.textContent(".first")).contains("sitrep demo", "sitrep read --store ", " FOLDER");
      BROWSER.leave();
    }
  }

  /** Waits until a script says yes; the page's policy refuses what the driver's own waiting would evaluate. */
  private void until(String script) {
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("Boolean(" + script + ")")));
  }

  private void visit(WebDoor where, String query) {
    page.navigate(where.address() + "#/" + query);
    until("performance.getEntriesByName('sitrep-first-view').length > 0");
  }
}
