package org.sitrep.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Reading through the page, and what other windows show of it. */
class DataScreenTest {

  private static final double PATIENCE_MS = 90_000;

  @RegisterExtension private static final Browser BROWSER = new Browser();

  @TempDir private Path dir = Path.of("");

  private static void ready(Page page) {
    page.waitForFunction("() => document.title !== 'sitrep' && !document.querySelector('main[aria-busy=true]')");
  }

  @Test
  void A01_textIsPastedReadCountedAndToldToOtherWindows() throws IOException {
    try (Served served = Served.of(dir)) {
      Page other = BROWSER.page();
      other.navigate(served.address("/#/documents"));
      ready(other);
      assertThat(other.locator("#changed").isVisible()).isFalse();
      Page page = BROWSER.page();
      page.navigate(served.address("/#/data"));
      page.waitForSelector("td[data-profile=geojson]");
      page.fill("textarea[name=text]", "The Syrian army captured Maadan from ISIS on 23 September 2017, the army said. <img src=x onerror=alert(1)>");
      page.fill("input[name=publisher]", "Wire");
      page.click("text=Read this text");
      page.waitForSelector(".jobs li[data-state=done]", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MS));
      assertThat(page.locator(".jobs li").innerText()).contains("1 document read, ", "the store holds");
      int events = served.json("/api/events").path("events").size();
      assertThat(events).isPositive();
      page.waitForFunction("n => document.querySelector('td[data-profile=geojson]').textContent.startsWith(`${n} row`)", events);
      other.waitForSelector("#changed:not([hidden])");
      other.click("text=Show the new state");
      other.waitForFunction("() => document.querySelector('h1')?.textContent.trim().startsWith('1 document')");
      assertThat(other.locator("#changed").isVisible()).isFalse();
      BROWSER.leave();
    }
  }

  @Test
  void A02_theAddressOfAViewShowsTheSameViewAgain() throws IOException {
    try (Served served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Saturday, the army said."),
            Served.record("c", "Wire", "2017-09-30", "The Syrian Observatory for Human Rights said that ISIS recaptured Maadan on 28 September."))) {
      Page page = BROWSER.page();
      page.navigate(served.address("/#/control"));
      ready(page);
      page.click("main .states button");
      page.waitForSelector("svg.lanes");
      page.fill(".control input[type=date] >> nth=0", "2017-09-25");
      page.waitForFunction("() => document.querySelector('.states tbody').innerText.includes('Syrian Arab Army')");
      page.waitForFunction("() => location.hash.includes('at=2017-09-25') && location.hash.includes('place=')");
      String told = page.locator(".control table.states").innerText();
      Page again = BROWSER.page();
      again.navigate(page.url());
      ready(again);
      again.waitForSelector("svg.lanes");
      assertThat(again.locator(".control table.states").innerText()).isEqualTo(told).contains("claimed");
      assertThat(again.locator(".command").last().innerText()).contains("sitrep control ", "--at 2017-09-25");
      BROWSER.leave();
    }
  }
}
