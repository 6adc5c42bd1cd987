package org.sitrep.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Values of facets are found by whatever the gazetteer and the packs call them. */
class FacetSearchTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  private static final List<String> TOWNS = List.of("Aleppo", "Homs", "Hama", "Idlib", "Palmyra", "Mayadin", "Manbij", "Afrin", "Deir Ezzor", "Maadan");

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    StringBuilder text = new StringBuilder("ISIS fighters attacked the Syrian army in Homs on Friday, the Syrian Observatory for Human Rights said.");
    TOWNS.forEach(town -> text.append(" Russian warplanes bombed ").append(town).append(" on Saturday, activists said."));
    served = Served.of(dir, Served.record("a", "Wire", "2017-09-24", text.toString()));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static List<String> found(String facet, String text) {
    List<String> names = new ArrayList<>();
    for (JsonNode value : served.json("/api/facets/" + facet + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).path("values")) {
      names.add(value.path(1).asString());
    }
    return names;
  }

  @Test
  void A01_aPlaceIsFoundByItsArabicNameAndByOtherSpellings() {
    assertThat(found("place", "حمص")).containsExactly("Homs");
    assertThat(found("place", "تدمر")).containsExactlyElementsOf(found("place", "Palmyra"));
    assertThat(found("place", "Palmyre")).containsExactly("Palmyra");
    assertThat(found("place", "Halab")).contains("Aleppo");
    assertThat(found("place", "Dayr az Zawr")).containsExactlyElementsOf(found("place", "Deir")).hasSize(1);
    assertThat(found("place", "دير الزور")).containsExactlyElementsOf(found("place", "Deir"));
  }

  @Test
  void A02_aMisspeltPlaceIsFoundWhereNothingIsCalledSo() {
    assertThat(found("place", "Manbbij")).containsExactly("Manbij");
    assertThat(found("place", "Berlin")).as("a place of which nothing is told").isEmpty();
    assertThat(found("place", "...")).as("no letters: everything has them").isNotEmpty();
  }

  @Test
  void A03_partiesAndSourcesAreFoundByOtherNames() {
    assertThat(found("actor", "Daesh")).containsExactly("Islamic State");
    assertThat(found("actor", "ISIL")).containsExactly("Islamic State");
    assertThat(found("actor", "islamic")).containsExactly("Islamic State");
    assertThat(found("source", "SOHR")).containsExactly("Syrian Observatory for Human Rights");
    assertThat(found("type", "Daesh")).isEmpty();
  }

  @Test
  void B01_theRailFindsAndFiltersByAnotherName() {
    Page page = BROWSER.page();
    page.navigate(served.address("/#/"));
    Locator places = page.locator(".facet", new Page.LocatorOptions().setHas(page.locator("[aria-label='Find place']")));
    page.fill("[aria-label='Find place']", "حمص");
    assertThat(places.locator(".value .name")).hasText(new String[] {"Homs"});
    places.locator("input[type=checkbox]").check();
    assertThat(page.locator(".chips button").first()).containsText("Homs");
    assertThat(page.locator(".count")).containsText(served.json("/api/view?place=Homs").path("events").asInt() + " events");
    assertThat(page.url()).contains("place=Homs");
    assertThat(places.locator(".value .name")).hasText(new String[] {"Homs"});
  }
}
