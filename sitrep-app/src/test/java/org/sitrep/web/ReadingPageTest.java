package org.sitrep.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Filter;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Event, document and discussion, in a browser. */
class ReadingPageTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  private static final String SCRIPT = "<img src=x onerror=alert(1)>";
  private static final String ARABIC = "أعلن الجيش السوري السيطرة على بلدة معدان في ريف الرقة. Amaq نفت ذلك.";

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("two", "Post " + SCRIPT, "2018-11-09", "Pro-government activists said on Friday that two officers were killed in clashes with ISIS in al-Safa on November 8. " + SCRIPT),
            Served.record("five", "Wire", "2018-11-09", "Amaq said that ISIS fighters killed five soldiers in clashes with the army in al-Safa on Thursday. The Syrian Observatory for Human Rights said that only three soldiers were killed in the clashes in al-Safa on Thursday."),
            Served.record("arabic", "الوكالة", "2018-11-09", ARABIC),
            Served.record("edited", "Wire", "2017-09-09", "The army said that the Syrian Democratic Forces captured Tabqa from ISIS on Saturday. It gave no more details."),
            Served.record("edited", "Wire", "2017-09-09", "The army said that the Syrian Democratic Forces captured Raqqa from ISIS on Saturday. It gave no more details."));
    Commented.save(
        served.store(), "page", "The Syrian Democratic Forces captured the town of Tabqa from ISIS.",
        List.of("Ann|The army captured it, " + SCRIPT, "Bob|>1|No."));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static String contested() {
    for (JsonNode event : served.json("/api/events").path("events")) {
      if (!event.path("contradictions").isEmpty()) {
        return event.path("event_id").asString();
      }
    }
    throw new AssertionError("no event is contested");
  }

  private static Page open(Page page, String screen) {
    page.navigate(served.address("/#/" + screen));
    page.waitForSelector("main article h1");
    return page;
  }

  private static String text(Locator lit) {
    return String.join(" | ", lit.allTextContents());
  }

  @Test
  void A01_twoCountsStandSideBySideAndEachLeadsToItsWords() {
    Page page = open(BROWSER.page(), "event/" + contested());
    assertThat(page.locator(".losses-view .total .number")).hasText("2 to 5");
    assertThat(page.locator("td.differs")).hasCount(2);
    assertThat(page.locator(".population h4").allInnerTexts()).containsExactlyInAnyOrder("officers", "soldiers");
    page.locator("td a.value", new Page.LocatorOptions().setHasText("2 (officers)")).click();
    page.waitForSelector("mark.lit");
    assertThat(text(page.locator("mark.lit"))).contains("two officers were killed");
    page.goBack();
    page.locator("td.differs a.value", new Page.LocatorOptions().setHasText("5 (soldiers)")).press("Enter");
    page.waitForSelector("mark.lit");
    assertThat(text(page.locator("mark.lit"))).contains("killed five soldiers");
    assertThat(page.locator(".card.lit").allInnerTexts()).hasSizeGreaterThanOrEqualTo(1);
  }

  @Test
  void A02_countsThatContradictEachOtherInOneDocumentAreLitTogether() {
    Page page = open(BROWSER.page(), "event/" + contested());
    page.locator("a.all").first().click();
    page.waitForSelector("mark.lit");
    assertThat(text(page.locator("mark.lit"))).contains("killed five soldiers", "three soldiers were killed");
  }

  @Test
  void A03_policiesAreSwitchedAndStandInTheAddress() {
    Page page = open(BROWSER.page(), "event/" + contested());
    page.locator("input[value=acled]").check();
    assertThat(page.locator(".losses-view .total .number")).hasText("2");
    assertThat(page.url()).endsWith("?casualties=acled");
    assertThat(page.locator("article > .command code")).containsText("--casualties acled");
    Page again = open(BROWSER.page(), "event/" + contested() + "?casualties=ucdp");
    assertThat(again.locator("input[value=ucdp]")).isChecked();
    page.navigate(served.address("/#/event/" + contested() + "?casualties=mean"));
    assertThat(page.locator("main .error")).containsText("there is no policy \"mean\"");
  }

  @Test
  void A04_gradesComeWhenTheyAreWorkedOut() {
    Page page = open(BROWSER.page(), "event/" + contested());
    assertThat(page.locator(".badge strong").first()).hasText(java.util.regex.Pattern.compile("[A-F][1-6]"));
    page.locator("a.badge").click();
    assertThat(page.locator("#grades")).isVisible();
    assertThat(page.locator("details[open] h3", new Page.LocatorOptions().setHasText("Support"))).isVisible();
  }

  @Test
  void A05_aPossiblySameEventIsCalledByItsLabelNotByItsId() throws IOException {
    try (Served near = Near.served(Files.createDirectory(dir.resolve("near")))) {
      String id = near.store().listEvents(Filter.ALL).getFirst().id();
      Page page = BROWSER.page();
      page.navigate(near.address("/#/event/" + id));
      assertThat(page.locator(".possibles a")).hasText("air strike, Raqqa, 2017-09-23: Russian Aerospace Forces");
      assertThat(page.locator(".possibles button")).hasText("Rule that it is the same event");
      String other = near.store().listEvents(Filter.ALL).getLast().id();
      assertThat(page.locator(".possibles").innerText()).doesNotContain(other);
      assertThat(Browser.axe(page)).isEmpty();
      page.locator(".possibles a").click();
      assertThat(page.locator(".crumb").first()).containsText(other);
      BROWSER.leave();
    }
  }

  @Test
  void B01_claimsAreWalkedByKeyAndByClickBothWays() {
    Page page = open(BROWSER.page(), "document/five");
    page.keyboard().press("j");
    assertThat(text(page.locator("mark.lit"))).contains("five soldiers");
    page.keyboard().press("j");
    assertThat(text(page.locator("mark.lit"))).contains("three soldiers");
    assertThat(page.url()).contains("claim=");
    page.keyboard().press("k");
    assertThat(text(page.locator("mark.lit"))).contains("five soldiers");
    page.locator("mark", new Page.LocatorOptions().setHasText("three soldiers")).click();
    assertThat(text(page.locator(".card.lit"))).contains("killed 3");
    page.locator(".card .link").first().click();
    assertThat(text(page.locator("mark.lit"))).contains("five soldiers");
    page.locator(".card").nth(1).hover();
    assertThat(text(page.locator("mark.touched"))).contains("three soldiers");
  }

  @Test
  void B02_arabicReadsFromTheRightInAnEnglishPage() {
    Page page = open(BROWSER.page(), "document/arabic");
    assertThat(page.locator(".rows .text p[dir=auto]").first().evaluate("e => getComputedStyle(e).direction")).isEqualTo("rtl");
    assertThat(page.locator("header nav").evaluate("e => getComputedStyle(e).direction")).isEqualTo("ltr");
  }

  @Test
  void B03_englishReadsFromTheLeftInAPageThatReadsFromTheRight() {
    Page page = open(BROWSER.page(), "document/five");
    page.evaluate("document.documentElement.dir = 'rtl'");
    assertThat(page.locator(".rows .text p[dir=auto]").first().evaluate("e => getComputedStyle(e).direction")).isEqualTo("ltr");
    assertThat(page.locator("header nav").evaluate("e => getComputedStyle(e).direction")).isEqualTo("rtl");
    Object sides =
        page.evaluate("() => document.querySelector('.rows .text').getBoundingClientRect().left > document.querySelector('.card').getBoundingClientRect().left");
    assertThat(sides).as("the cards stand left of the text").isEqualTo(true);
  }

  @Test
  void B04_anUnannouncedEditIsSaidToBeOne() {
    Page page = open(BROWSER.page(), "document/edited");
    page.locator(".versions a", new Page.LocatorOptions().setHasText("what changed")).click();
    assertThat(page.locator("p.contested")).containsText("Unannounced");
    assertThat(text(page.locator("main del"))).contains("Tabqa");
    assertThat(text(page.locator("main ins"))).contains("Raqqa");
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void C01_readersAreFoldedAwayAndSaidToBeNoEvidence() {
    Page page = open(BROWSER.page(ColorScheme.DARK, 800, 1000), "document/page");
    assertThat(page.locator("details.comments summary")).containsText("not evidence");
    assertThat(page.locator("details.comments li").first()).isHidden();
    page.locator("details.comments summary").click();
    assertThat(page.locator("details.comments li").first()).isVisible();
    assertThat(page.locator("details.comments mark")).hasCount(0);
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void C02_discussionsHaveTheirBannerAndNoWords() {
    Page page = open(BROWSER.page(), "discussion");
    assertThat(page.locator(".banner")).containsText("not evidence");
    page.locator("td a").first().click();
    page.waitForSelector("ul.thread");
    assertThat(page.locator("ul.thread ul.thread li")).containsText("post 2");
    assertThat(page.locator("main").innerText()).doesNotContain("Ann", "onerror");
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void N01_scriptIsShownAsText() {
    Page page = open(BROWSER.page(), "document/two");
    assertThat(page.locator("main").innerText()).contains(SCRIPT);
    assertThat(page.locator("main img")).hasCount(0);
    Page event = open(BROWSER.page(), "event/" + contested());
    assertThat(event.locator("main").innerText()).contains(SCRIPT);
    assertThat(event.locator("main img")).hasCount(0);
  }

  @Test
  void C03_oneScreenLeavesNothingOfAnother() {
    Page page = open(BROWSER.page(), "issues");
    for (String screen : List.of("document/five", "documents", "document/two", "issues", "review", "event/" + contested())) {
      page.evaluate("hash => { location.hash = hash; }", "#/" + screen);
      assertThat(page.locator("main h1")).hasCount(1);
      assertThat(page.locator("main article")).hasCount(1);
    }
    assertThat(page.locator("main article.event")).isVisible();
  }

  @Test
  void N02_aClaimThatTheDocumentHasNotIsSaidToBeNone() {
    Page page = open(BROWSER.page(), "document/two?claim=c0");
    assertThat(page.locator("main .error")).containsText("no claim c0");
  }
}
