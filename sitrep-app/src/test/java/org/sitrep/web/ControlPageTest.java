package org.sitrep.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Who holds which place, in a browser. */
class ControlPageTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "The Syrian army captured Maadan and Tabqa on Saturday, the army said."),
            Served.record("b", "Wire", "2017-09-24", "The Syrian army captured the village of Zorbanak on Saturday, the army said."),
            Served.record("c", "Post", "2017-09-30", "The Syrian Observatory for Human Rights said that ISIS captured Maadan on 28 September."),
            Served.record("d", "Post", "2017-09-30", "ISIS captured Mayadin on 28 September, the Syrian Observatory for Human Rights said."),
            Served.record("e", "Post", "2017-09-30", "ISIS captured Palmyra and Sukhnah on 28 September, the Syrian Observatory for Human Rights said."),
            Served.record("f", "Post", "2017-09-30", "ISIS captured Abu Kamal on 28 September, Amaq said."));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static Page open(String query) {
    return open(BROWSER.page(), query);
  }

  private static Page open(Page page, String query) {
    page.navigate(served.address("/#/control?" + query));
    page.waitForFunction("() => document.querySelector('main h1') && !document.querySelector('main[aria-busy=true]')");
    return page;
  }

  /** The colour of each party in the key to the signs. */
  private static Map<String, String> colours(Page page) {
    Map<String, String> colours = new TreeMap<>();
    for (Locator sign : page.locator(".signs li:has(.swatch)").all()) {
      colours.put(sign.innerText().strip(), sign.locator("rect").getAttribute("fill"));
    }
    return colours;
  }

  @Test
  void A01_aSideKeepsItsSignOverDaysAndSpeakers() {
    Map<String, String> early = colours(open("at=2017-09-25"));
    Map<String, String> late = colours(open("at=2017-09-29"));
    Map<String, String> theirs = colours(open("at=2017-09-29&according-to=Syrian+Observatory+for+Human+Rights"));
    assertThat(early).hasSize(1);
    assertThat(late).hasSize(2).containsAllEntriesOf(early).containsAllEntriesOf(theirs);
    assertThat(Set.copyOf(late.values())).hasSize(2);
    assertThat(theirs).hasSize(1);
  }

  /** Areas name sides, places name parts of them. */
  @Test
  void A02_anAreaHasASideOfWhichSomeHolderIsAPart() {
    JsonNode parties = served.json("/api/control").path("parties");
    Map<String, String> sides = new TreeMap<>();
    parties.forEach(p -> sides.put(p.path("id").asString(), p.path("side").asString()));
    Set<String> areas = new TreeSet<>();
    served.json("/api/control/ground?at=2017-09-25").path("features").forEach(f -> f.path("properties").path("sides").forEach(s -> areas.add(s.asString())));
    assertThat(areas).isNotEmpty();
    Set<String> held = new TreeSet<>();
    served.json("/api/control?at=2017-09-25").path("worlds").path(0).path("states").forEach(s -> s.path("holders").forEach(h -> held.add(sides.getOrDefault(h.asString(), ""))));
    assertThat(areas).allSatisfy(area -> assertThat(held).contains(sides.get(area)));
    assertThat(served.json("/api/control?at=2017-09-25").path("parties")).isEqualTo(parties);
  }

  @Test
  void B01_theLaneOfAllWordsIsNotCalledAssessed() {
    Page page = open("place=Tabqa&at=2017-09-25");
    assertThat(page.locator(".lanes .who").first()).hasText("all words together");
    assertThat(page.locator("section[aria-label=Course] tbody th").first()).hasText("all words together");
    assertThat(page.locator("section[aria-label=Course] tbody tr").first()).containsText("claimed");
    assertThat(served.json("/api/control/course?place=Tabqa").path("courses").path(0).path("lanes").path(0).path("lane").asString()).isEqualTo("assessed");
  }

  @Test
  void B02_choosingAPlaceGoesToItsCourseAndNamesIt() {
    Page page = open("at=2017-09-25");
    page.locator(".states button").getByText("Maadan").press("Enter");
    assertThat(page.locator("#course")).isFocused();
    assertThat(page.locator("#course")).isInViewport();
    assertThat(page.locator("section[aria-label=Course] h3")).isInViewport();
    assertThat(page.locator("input[name=place]")).hasValue("Maadan");
    page.locator("section[aria-label=Course] button").first().press("Enter");
    assertThat(page.locator("input[name=place]")).isFocused();
    assertThat(page.locator("input[name=place]")).hasValue("");
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void B03_placesThatTheMapCannotShowAreNamedBelowIt() {
    Page page = open("at=2017-09-25");
    assertThat(page.locator(".off-map")).containsText("1 place not on the map");
    page.locator(".off-map button").press("Enter");
    assertThat(page.locator("input[name=place]")).hasValue(page.locator(".off-map button").innerText());
    assertThat(open("at=2017-09-29&according-to=Syrian+Observatory+for+Human+Rights").locator(".off-map")).hasCount(0);
  }

  @Test
  void C01_theWholeTableIsSeenBesideTheMapAndBelowIt() {
    for (int width : List.of(1400, 1100, 800)) {
      Page page = open(BROWSER.page(ColorScheme.DARK, width, 900), "at=2017-09-29");
      Object hidden = page.evaluate("() => { const s = document.querySelector('.worlds .scroll'); return s.scrollWidth - s.clientWidth; }");
      assertThat(hidden).as("hidden at %d", width).isEqualTo(0);
      assertThat(Browser.axe(page)).isEmpty();
    }
  }

  /** The view is one; it shows the places of both. */
  @Test
  void C02_twoSpeakersAreShownSideBySideOnOneStretchOfLand() {
    Page page = open("according-to=Syrian+Arab+Army&according-to=Amaq");
    assertThat(page.locator(".worlds .map")).hasCount(2);
    assertThat(page.locator(".worlds table").last().locator("tbody tr")).hasCount(1);
    List<String> outside = new ArrayList<>();
    page.waitForFunction("() => [...document.querySelectorAll('.worlds .map')].every((m) => m.dataset.unseen !== undefined)");
    page.locator(".worlds .map").all().forEach(m -> outside.add(m.getAttribute("data-unseen")));
    assertThat(outside).containsExactly("0", "0");
  }
}
