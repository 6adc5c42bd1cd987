package org.sitrep.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A document of 3,300 claims: what is near is drawn, the rest is there as words, and every claim can be gone to. */
class LongDocumentPageTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  private static final int CLAIMS = 3300;
  private static final int MOST_CARDS = 200;
  private static final int MOST_NODES = 7000;
  private static final String NODES = "document.querySelectorAll('*').length";

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.of(dir);
    LongDocument.save(served.store(), "chronicle", CLAIMS / 3, 3);
    LongDocument.save(served.store(), "paragraph", 1, 400);
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static Page open(Page page, String screen) {
    page.navigate(served.address("/#/" + screen));
    page.waitForSelector(".document .card");
    return page;
  }

  private static void inView(Page page, String selector) {
    page.waitForFunction(
        """
        (selector) => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          return box && box.top >= 0 && box.bottom <= innerHeight;
        }
        """,
        selector);
  }

  @Test
  void A01_onlyWhatIsNearIsDrawnAndAllWordsAreThere() {
    Page page = open(BROWSER.page(), "document/chronicle");
    assertThat(page.locator(".count")).containsText("3,300 claims");
    assertThat(page.locator(".card").count()).isLessThan(MOST_CARDS);
    assertThat((int) page.evaluate(NODES)).isLessThan(MOST_NODES);
    assertThat(page.locator(".rows .text").allTextContents().toString()).contains("clash number 1 was", "clash number 1500 was", "clash number 3300 was");
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void A02_cardsAreDrawnAsTheyComeIntoView() {
    Page page = open(BROWSER.page(), "document/chronicle");
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)");
    page.waitForSelector("[data-card=chronicle-3300]");
    assertThat(page.locator("[data-card=chronicle-1500]")).hasCount(0);
    assertThat((int) page.evaluate(NODES)).isLessThan(MOST_NODES);
  }

  @Test
  void B01_aLinkLeadsToAClaimFarBelow() {
    for (int claim : new int[] {3, 1500, 2999, CLAIMS}) {
      Page page = open(BROWSER.page(ColorScheme.LIGHT, 800, 700), "document/chronicle?claim=chronicle-" + claim);
      inView(page, "mark.lit");
      assertThat(page.locator("mark.lit")).hasText("clash number " + claim + " was fought near the river");
      assertThat(page.locator(".card.lit")).hasCount(1);
      page.waitForTimeout(500);
      inView(page, "mark.lit");
    }
  }

  @Test
  void B02_severalClaimsOfALinkAreLitWhereverTheyAre() {
    Page page = open(BROWSER.page(), "document/chronicle?claim=chronicle-1500&claim=chronicle-2");
    inView(page, "mark.lit");
    page.evaluate("window.scrollTo(0, 0)");
    inView(page, "mark[data-claims=chronicle-2].lit");
    assertThat(page.locator("[data-card=chronicle-2].lit")).hasCount(1);
  }

  @Test
  void B03_keysWalkIntoWhatIsNotDrawnYet() {
    Page page = open(BROWSER.page(), "document/chronicle");
    page.keyboard().press("k");
    inView(page, "mark[data-claims=chronicle-3300].lit");
    page.keyboard().press("k");
    inView(page, "mark[data-claims=chronicle-3299].lit");
    assertThat(page.url()).endsWith("claim=chronicle-3299");
    assertThat(page.evaluate("document.activeElement.dataset.card")).isEqualTo("chronicle-3299");
    Page start = open(BROWSER.page(), "document/chronicle?claim=chronicle-1000");
    for (int i = 0; i < 60; i++) {
      start.keyboard().press("j");
    }
    inView(start, "mark[data-claims=chronicle-1060].lit");
    assertThat(start.locator("#at")).hasText("Claim 1060 of 3300");
  }

  @Test
  void C01_aParagraphOfManyClaimsIsPartedAtEndsOfSentences() {
    Page page = open(BROWSER.page(), "document/paragraph");
    assertThat(page.locator(".card").count()).isLessThan(MOST_CARDS);
    assertThat(page.locator(".row").count()).isGreaterThan(20);
    for (String part : page.locator(".row .text").allTextContents().subList(0, 20)) {
      assertThat(part.strip()).endsWith(".").contains("They said that");
    }
    page.keyboard().press("k");
    inView(page, "mark[data-claims=paragraph-400].lit");
  }

  @Test
  void C02_allIsDrawnForPaper() {
    Page page = open(BROWSER.page(), "document/paragraph");
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.locator(".card")).hasCount(400);
  }
}
