package org.sitrep.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Every screen of the page, as a browser shows it. */
class PageTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  private static final int WIDE = 1400;
  private static final int NARROW = 800;
  private static final int HIGH = 1000;
  private static final Pattern SCREEN = Pattern.compile("\\{name: '([a-z]*)',");

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Saturday, the army said. Five soldiers were killed in Mayadin on Saturday, Amaq said."),
            Served.record("b", "Post", "2017-09-25", "Two soldiers were killed in Mayadin on Saturday, activists said. <script>alert(1)</script>"),
            Served.record("c", "Wire", "2017-09-30", "The Syrian Observatory for Human Rights said that ISIS recaptured Maadan on 28 September."));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  /** The addresses of all screens that the page knows; those that show one thing are given one. */
  private static List<String> screens() {
    List<String> screens = new ArrayList<>();
    String event = served.json("/api/events").path("events").path(0).path("event_id").asString();
    Matcher name = SCREEN.matcher(served.get("/app.js").body());
    while (name.find()) {
      screens.add(
          switch (name.group(1)) {
            case "event" -> "event/" + event;
            case "document" -> "document/a";
            case "report" -> "report?date=2017-09-23";
            case "search" -> "search?q=Maadan";
            default -> name.group(1);
          });
    }
    return screens;
  }

  private static Page open(Page page, String screen) {
    page.navigate(served.address("/#/" + screen));
    page.waitForFunction("() => document.title !== 'sitrep' && !document.querySelector('main[aria-busy=true]')");
    return page;
  }

  @Test
  void A01_everyScreenOpensAndSaysWhatItIs() {
    assertThat(screens()).contains("", "control", "documents", "document/a");
    for (String screen : screens()) {
      Page page = open(BROWSER.page(), screen);
      assertThat(page.locator("main .error").count()).as(screen).isZero();
      assertThat(page.locator("main").innerText()).as(screen).isNotBlank();
    }
  }

  @Test
  void A02_everyScreenIsAccessibleLightAndDarkWideAndNarrow() {
    List<String> found = new ArrayList<>();
    for (String screen : screens()) {
      Browser.axe(open(BROWSER.page(ColorScheme.LIGHT, WIDE, HIGH), screen)).forEach(v -> found.add(screen + " light: " + v));
      Browser.axe(open(BROWSER.page(ColorScheme.DARK, NARROW, HIGH), screen)).forEach(v -> found.add(screen + " dark: " + v));
    }
    assertThat(found).isEmpty();
  }

  /** That a script breaks in it fails the test: see {@link Browser}. */
  @Test
  void A03_everyOpenScreenTakesTheOtherColours() {
    for (String screen : screens()) {
      Page page = open(BROWSER.page(ColorScheme.LIGHT, WIDE, HIGH), screen);
      String light = paper(page);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      page.waitForFunction("() => matchMedia('(prefers-color-scheme: dark)').matches");
      assertThat(paper(page)).as(screen).isNotEqualTo(light);
    }
  }

  private static String paper(Page page) {
    return String.valueOf(page.evaluate("getComputedStyle(document.body).backgroundColor"));
  }

  @Test
  void B01_aScreenThatThereIsNotIsSaidToBeNone() {
    Page page = BROWSER.page();
    page.navigate(served.address("/#/nosuch"));
    page.waitForSelector("main .error");
    assertThat(page.locator("main").innerText()).contains("there is no screen \"nosuch\"");
  }

  @Test
  void B02_markupInTextIsShownAsText() {
    Page page = open(BROWSER.page(), "document/b");
    assertThat(page.locator("main").innerText()).contains("<script>alert(1)</script>");
    assertThat(page.locator("main script").count()).isZero();
  }
}
