package org.sitrep.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.event.Ruling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A review by keyboard alone, in a browser. */
class ReviewPageTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before each test
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "Five soldiers were killed in clashes with ISIS in Mayadin on Saturday, Amaq said."),
            Served.record("b", "Post", "2017-09-24", "Two soldiers were killed in clashes with ISIS in Mayadin on Saturday, activists said."),
            Served.record("c", "Wire", "2017-10-30", "ISIS may have captured Maadan on 28 October."));
  }

  @AfterEach
  void close() {
    served.close();
  }

  private Page open() {
    return open("/#/review");
  }

  private Page open(String address) {
    Page page = BROWSER.page();
    page.navigate(served.address(address));
    page.waitForSelector("[data-here]");
    return page;
  }

  private List<String> ruled() {
    return served.store().listRulings().stream()
        .map((Ruling r) -> r.subject() + " " + (r.isWithdrawal() ? "withdrawn" : r.value()) + " by " + r.by())
        .toList();
  }

  @Test
  void A01_aWholeSessionByKeyboardAlone() {
    Page page = open("/#/review?ruled=true");
    assertThat(page.locator("[data-here]")).containsText("Mayadin");
    page.keyboard().press("n");
    page.keyboard().press("x");
    page.waitForSelector("dialog[open] input");
    page.keyboard().type("Ann <b>");
    page.keyboard().press("Enter");
    assertThat(page.locator(".said")).containsText("false");
    assertThat(ruled()).containsExactly("CLAIM false by Ann <b>");
    page.keyboard().press("j");
    assertThat(page.locator("[data-here]")).containsText("Maadan");
    page.keyboard().press("a");
    assertThat(page.locator(".said")).containsText("2 probably true");
    page.keyboard().press("e");
    page.waitForSelector("dialog[open] select");
    page.keyboard().press("4");
    page.keyboard().press("Tab");
    page.keyboard().press("Control+a");
    page.keyboard().type("one source, and it hedges");
    page.keyboard().press("Enter");
    assertThat(page.locator(".said")).containsText("4 doubtful");
    page.keyboard().press("u");
    assertThat(page.locator(".said")).containsText("ruling withdrawn");
    page.keyboard().press("k");
    assertThat(page.locator("[data-here]")).containsText("Mayadin");
    assertThat(ruled())
        .containsExactly("CLAIM false by Ann <b>", "EVENT 2 by Ann <b>", "EVENT 4 by Ann <b>", "EVENT withdrawn by Ann <b>");
    assertThat(served.store().listRulings().get(2).reason()).isEqualTo("one source, and it hedges");
    assertThat(page.locator(".rulings li")).hasCount(4);
    assertThat(page.locator(".rulings .past").first()).containsText("withdrawn");
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void A02_helpTellsTheKeysAndLettersInAFieldAreLetters() {
    Page page = open();
    page.keyboard().press("?");
    assertThat(page.locator("dialog[open]")).containsText("undo the last ruling");
    assertThat(Browser.axe(page)).isEmpty();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]")).hasCount(0);
    page.keyboard().press("r");
    page.keyboard().press("Control+a");
    page.keyboard().type("axe jumped");
    assertThat(page.locator("#reason")).hasValue("axe jumped");
    page.keyboard().press("Enter");
    assertThat(ruled()).isEmpty();
    assertThat(page.locator("[data-here]")).isFocused();
  }

  @Test
  void B01_nobodyRulesWithoutAName() {
    Page page = open();
    page.keyboard().press("a");
    page.waitForSelector("dialog[open] input");
    page.keyboard().press("Escape");
    assertThat(page.locator(".said")).containsText("Nothing was ruled");
    assertThat(ruled()).isEmpty();
  }

  @Test
  void B02_theNameIsAskedForOnceAndStandsAfterwards() {
    Page page = open();
    page.keyboard().press("a");
    page.waitForSelector("dialog[open] input");
    page.keyboard().type("Bob");
    page.keyboard().press("Enter");
    assertThat(page.locator(".said")).containsText("Ruled");
    page.reload();
    page.waitForSelector("[data-here]");
    page.keyboard().press("u");
    assertThat(page.locator(".said")).containsText("ruling withdrawn");
    assertThat(ruled()).containsExactly("EVENT 2 by Bob", "EVENT withdrawn by Bob");
  }

  @Test
  void B03_theEventsOwnPageRulesToo() {
    Page page = open();
    page.keyboard().press("Enter");
    page.waitForSelector(".rule");
    page.locator("#why-ruled").fill("seen the pictures");
    page.locator(".rule select[name=digit]").selectOption("3");
    page.locator(".rule form button").first().press("Enter");
    page.waitForSelector("dialog[open] input");
    page.keyboard().type("Cyd");
    page.keyboard().press("Enter");
    assertThat(page.locator(".said")).containsText("3 possibly true");
    assertThat(page.locator(".badge strong").first()).hasText(Pattern.compile("[A-F]3"));
    assertThat(page.locator(".rulings").last()).containsText("seen the pictures");
  }

  @Test
  void N01_anEmptyQueueSaysSo() throws IOException {
    Path other = java.nio.file.Files.createDirectory(dir.resolve("other"));
    try (Served plain = Served.of(other, Served.record("d", "Wire", "2017-12-02", "The Syrian army captured Tabqa from ISIS on 1 December."))) {
      Page page = BROWSER.page(ColorScheme.DARK, 800, 1000);
      page.navigate(plain.address("/#/review"));
      assertThat(page.locator("main")).containsText("Nothing calls for a look");
      page.keyboard().press("a");
      page.keyboard().press("j");
      assertThat(plain.store().listRulings()).isEmpty();
    }
  }

  @Test
  void C04_twoEventsAreMergedAndTheMergeIsUndone() {
    int before = served.store().countEvents();
    Page page = open();
    page.evaluate("localStorage.setItem('sitrep.reviewer', 'Ann')");
    page.keyboard().press("m");
    page.keyboard().press("j");
    page.keyboard().press("m");
    assertThat(page.locator(".said")).containsText("are about one happening");
    assertThat(served.store().countEvents()).isEqualTo(before - 1);
    page.keyboard().press("u");
    assertThat(page.locator(".said")).containsText("ruling withdrawn");
    assertThat(served.store().countEvents()).isEqualTo(before);
  }

  @Test
  void N02_whatCannotBeIsSaidInWords() {
    BROWSER.expect("400");
    Page odd = BROWSER.page();
    odd.navigate(served.address("/#/review?offset=x"));
    assertThat(odd.locator("main .error")).containsText("no whole number");
  }

  @Test
  void N03_aServerThatGoesAndComesBackIsSaid() throws IOException {
    BROWSER.expect("net::ERR_");
    Page page = open();
    assertThat(page.locator("#status")).containsText("3 documents");
    int port = served.base().getPort();
    served.close();
    assertThat(page.locator("#status")).containsText("does not answer");
    served = Served.of(dir, DoorSettings.local(port));
    LocatorAssertions.ContainsTextOptions patient = new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    assertThat(page.locator("#status")).containsText("3 documents", patient);
  }
}
