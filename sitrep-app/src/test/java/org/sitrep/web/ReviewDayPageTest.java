package org.sitrep.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.event.Ruling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a coder who works through the queue day by day relies on, in a browser. */
class ReviewDayPageTest {

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
            Served.record("c", "Wire", "2017-10-30", "ISIS may have captured Maadan on 28 October."),
            Served.record("d", "Wire", "2017-11-20", "ISIS may have captured Palmyra on 18 November."));
  }

  @AfterEach
  void close() {
    served.close();
  }

  private Page open(String address) {
    Page page = BROWSER.page();
    page.addInitScript("localStorage.getItem('sitrep.reviewer') ?? localStorage.setItem('sitrep.reviewer', 'Ann')");
    page.navigate(served.address(address));
    return page;
  }

  private Page queue() {
    Page page = open("/#/review");
    page.waitForSelector("[data-here]");
    return page;
  }

  private List<String> ruled() {
    return served.store().listRulings().stream()
        .map((Ruling r) -> r.subject() + " " + (r.isWithdrawal() ? "withdrawn" : r.value()) + " by " + r.by())
        .toList();
  }

  private static String here(Page page) {
    return page.locator("[data-here] a").first().innerText();
  }

  @Test
  void A01_whatIsRuledOnLeavesTheQueueAndStaysAway() {
    Page page = queue();
    assertThat(page.locator(".queue .item")).hasCount(3);
    page.keyboard().press("j");
    String second = here(page);
    page.keyboard().press("j");
    String third = here(page);
    page.keyboard().press("k");
    page.keyboard().press("a");
    assertThat(page.locator(".queue .item")).hasCount(2);
    assertThat(page.locator("[data-here] a").first()).hasText(third);
    page.keyboard().press("u");
    assertThat(page.locator(".queue .item")).hasCount(3);
    assertThat(page.locator("[data-here] a").first()).hasText(second);
    page.keyboard().press("x");
    assertThat(page.locator(".queue .item")).hasCount(2);
    page.keyboard().press("a");
    assertThat(page.locator(".queue .item")).hasCount(1);
    page.keyboard().press("a");
    assertThat(page.locator("main")).containsText("All is ruled on");
    page.reload();
    assertThat(page.locator("main")).containsText("All is ruled on");
    page.getByLabel("show ruled").check();
    assertThat(page.locator(".queue .item")).hasCount(3);
    assertThat(page.locator(".queue .head .ruled")).hasCount(3);
    page.waitForURL(Pattern.compile(".*ruled=true.*"));
    assertThat(Browser.axe(page)).isEmpty();
  }

  /** The answer to a ruling is held back, as in a large store. */
  @Test
  void A02_whileEventsAreMergedNothingElseIsRuledAndTheCursorGoesToTheMergedOne() {
    Page page = queue();
    List<Route> held = new ArrayList<>();
    page.route(
        Pattern.compile(".*/api/rulings.*"),
        route -> {
          if (route.request().method().equals("POST")) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    page.keyboard().press("j");
    page.keyboard().press("m");
    assertThat(page.locator(".said")).containsText("Marked");
    page.keyboard().press("j");
    String merged = here(page);
    page.keyboard().press("m");
    assertThat(page.locator(".said")).containsText("Merging");
    page.keyboard().press("a");
    page.keyboard().press("x");
    page.keyboard().press("u");
    page.waitForTimeout(200);
    assertThat(held).hasSize(1);
    held.getFirst().resume();
    assertThat(page.locator(".said")).containsText("are about one happening");
    assertThat(page.locator(".queue .item")).hasCount(2);
    assertThat(ruled()).containsExactly("PAIR same by Ann");
    page.waitForURL(Pattern.compile(".*at=e.*"));
    String at = page.url().replaceFirst(".*at=", "");
    assertThat(served.store().findEvent(at).orElseThrow().claims()).hasSize(2);
    assertThat(here(page)).as("not %s as it was", merged).isNotEmpty();
    assertThat(page.locator("[data-here] a").first()).hasAttribute("href", "#/event/" + at);
  }

  @Test
  void B01_aNameThatIsRefusedIsAskedForAgainAndCanBeChanged() {
    BROWSER.expect("400");
    Page page = BROWSER.page();
    page.navigate(served.address("/#/review"));
    page.waitForSelector("[data-here]");
    page.keyboard().press("a");
    page.locator("dialog[open] input").fill("An\u202en");
    page.keyboard().press("Enter");
    assertThat(page.locator(".said")).containsText("marks of direction");
    page.keyboard().press("a");
    page.locator("dialog[open] input").fill("Ann");
    page.keyboard().press("Enter");
    assertThat(page.locator(".said")).containsText("Ruled");
    page.locator(".why button.who").press("Enter");
    assertThat(page.locator("dialog[open] input")).hasValue("Ann");
    page.locator("dialog[open] input").fill("Bob");
    page.keyboard().press("Enter");
    assertThat(page.locator(".why button.who")).hasText("Bob");
    page.locator("[data-here]").focus();
    page.keyboard().press("a");
    assertThat(page.locator(".rulings li")).hasCount(2);
    assertThat(ruled()).containsExactly("EVENT 2 by Ann", "EVENT 2 by Bob");
    page.reload();
    assertThat(page.locator(".why button.who")).hasText("Bob");
  }

  @Test
  void B02_anEventsOwnRulingsCanBeTakenBackThereAfterAReload() {
    String event = served.store().listEvents(org.sitrep.store.Filter.ALL).getFirst().id();
    Page page = open("/#/event/" + event);
    page.locator(".rule select[name=digit]").selectOption("3");
    page.locator(".rule form button").first().press("Enter");
    assertThat(page.locator(".rulings .past")).hasCount(0);
    assertThat(page.locator("article > .rulings li")).hasCount(1);
    assertThat(page.locator(".rule select[name=digit]")).hasValue("");
    page.reload();
    page.getByText("Undo your last ruling").press("Enter");
    assertThat(page.locator("article > .rulings li")).hasCount(2);
    assertThat(page.getByText("Undo your last ruling")).isDisabled();
    page.evaluate("localStorage.setItem('sitrep.reviewer', 'Cyd')");
    served.post("/api/rulings", java.util.Map.of("subject", "event", "id", event, "value", "5", "reason", "as read", "by", "Bob"));
    page.reload();
    assertThat(page.getByText("Undo your last ruling")).isDisabled();
    page.locator("article > .rulings button").press("Enter");
    assertThat(page.locator("article > .rulings li")).hasCount(4);
    assertThat(page.locator("article > .rulings button")).hasCount(0);
    assertThat(ruled()).containsExactly("EVENT 3 by Ann", "EVENT withdrawn by Ann", "EVENT 5 by Bob", "EVENT withdrawn by Cyd");
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void B03_aSourceTakesARulingAndGivesItBack() {
    String source = "amaq";
    Page page = open("/#/sources/" + source);
    assertThat(page.locator("select[name=value]")).hasValue("");
    page.locator("select[name=value]").selectOption("B");
    page.locator("input[name=reason]").fill("compared with pictures");
    page.locator("form.filters button").press("Enter");
    assertThat(page.locator("article")).containsText("Ruled B (usually reliable) by Ann");
    assertThat(page.locator("#changed")).isHidden();
    page.locator(".rulings button").press("Enter");
    assertThat(page.locator(".said")).containsText("ruling withdrawn");
    assertThat(page.locator("article")).not().containsText("Ruled B (");
    assertThat(page.locator("#changed")).isHidden();
    assertThat(ruled()).containsExactly("SOURCE B by Ann", "SOURCE withdrawn by Ann");
    assertThat(Browser.axe(page)).isEmpty();
  }

  @Test
  void C01_backLeadsToWhereOneWas() {
    Page page = queue();
    page.keyboard().press("j");
    page.keyboard().press("j");
    String third = here(page);
    page.keyboard().press("Enter");
    page.waitForSelector(".rule");
    page.goBack();
    page.waitForSelector("[data-here]");
    assertThat(page.locator("[data-here] a").first()).hasText(third);
    Page beyond = open("/#/review?offset=5000");
    assertThat(beyond.locator(".queue .item")).hasCount(3);
    assertThat(beyond.locator(".lead").first()).containsText("Here 1 to 3");
  }

  @Test
  void C02_noValueIsChosenBeforehand() {
    Page page = queue();
    page.keyboard().press("e");
    assertThat(page.locator("dialog[open] select")).hasValue("");
    page.locator("dialog[open] button").first().press("Enter");
    assertThat(page.locator("dialog[open]")).hasCount(1);
    page.keyboard().press("Escape");
    assertThat(ruled()).isEmpty();
  }

  @Test
  void C03_theLogSpeaksInWordsAndLeadsToWhatItIsAbout() {
    Page page = queue();
    page.keyboard().press("n");
    page.keyboard().press("a");
    assertThat(page.locator(".said")).containsText("true");
    assertThat(Objects.requireNonNull(page.locator(".said").textContent())).doesNotContainPattern("\\bc[0-9a-f]{12,}");
    page.locator(".rulings a").press("Enter");
    page.waitForSelector(".document");
    assertThat(page.locator("mark.lit").first()).isVisible();
  }

  @Test
  void N01_anOddAddressIsRefused() {
    Page page = open("/#/review?foo=1");
    assertThat(page.locator("main .error")).containsText("\"foo\"");
  }
}
