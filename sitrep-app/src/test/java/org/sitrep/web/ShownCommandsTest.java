package org.sitrep.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.cli.Typed;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever command a screen shows does what it says when it is copied into a shell. */
class ShownCommandsTest {

  @RegisterExtension private static final Browser BROWSER = new Browser();

  /** A document whose id a shell would take apart, and one that looks like an option. */
  private static final String ODD = "it's; a $(name)";

  private static final String DASHED = "--dashed";

  @TempDir private static Path dir = Path.of("");

  private static final String[] RECORDS = {
    Served.record(ODD, "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Saturday, the army said."),
    Served.record(DASHED, "Post", "2017-09-25", "Five soldiers were killed in Mayadin on Saturday, Amaq said."),
    Served.record(DASHED, "Post", "2017-09-25", "Six soldiers were killed in Mayadin on Saturday, Amaq said.")
  };

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<String> screens(Served served) {
    String event = served.json("/api/events").path("events").path(0).path("event_id").asString();
    return List.of(
        "?place=Mayadin&type=killing", "event/" + event, "event/" + event + "?casualties=acled", "control", "control?at=2017-09-24&place=Maadan", "review", "sources", "sources/amaq",
        "report?date=2017-09-23&undated=true&actor=Syrian%20army", "document/" + encoded(ODD), "document/" + DASHED, "document/" + DASHED + "?from=1&to=2&all=true", "discussion",
        "discussion/page", "data?place=Maadan", "issues");
  }

  /** The commands of each screen, and of which it is. */
  private static Map<String, String> shown(Served served, List<String> screens) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String screen : screens) {
      Page page = BROWSER.page();
      page.navigate(served.address("/#/" + screen));
      page.waitForFunction("() => document.title !== 'sitrep' && !document.querySelector('main[aria-busy=true]') && document.querySelector('main h1')");
      page.waitForCondition(() -> !page.innerText("main").contains("being worked out"));
      assertThat(page.locator("main .error").count()).as(screen + page.innerText("main")).isZero();
      page.locator("main code").allTextContents().stream().filter(line -> line.startsWith("sitrep ") && !line.equals("sitrep demo")).forEach(line -> lines.putIfAbsent(line, screen));
      page.context().close();
    }
    return lines;
  }

  @Test
  void A01_everyCommandWorksOnceTheServerHasEnded() throws IOException {
    Map<String, String> lines;
    try (Served served = Served.of(dir, RECORDS)) {
      Commented.save(served.store(), "page", "The Syrian Democratic Forces captured the town of Tabqa from ISIS.", List.of("Ann|It did not.", "Bob|>1|No."));
      lines = shown(served, screens(served));
      BROWSER.leave();
    }
    Path file = Files.writeString(dir.resolve("more.txt"), "The army captured Mayadin, activists said.");
    Set<String> commands = new LinkedHashSet<>();
    lines.forEach(
        (line, screen) -> {
          assertThat(line).as(screen).contains(" --store " + dir.resolve("served.duckdb"));
          Typed.Result result = Typed.run(line.replaceFirst(" FILE$", " " + file));
          assertThat(result.exit()).as("%s: %s: %s", screen, line, result.err()).isZero();
          commands.add(Typed.words(line).getFirst());
        });
    assertThat(commands).contains("events", "event", "control", "proximity", "review", "sources", "report", "claims", "diff", "discussion", "export", "read");
  }

  @Test
  void A02_theyAreAboutWhatTheScreenShows() throws IOException {
    Path own = Files.createDirectory(dir.resolve("own"));
    Map<String, String> lines;
    try (Served served = Served.of(own, RECORDS)) {
      lines = shown(served, List.of("?place=Mayadin", "document/" + encoded(ODD)));
      BROWSER.leave();
    }
    assertThat(lines).hasSize(2);
    for (Map.Entry<String, String> line : lines.entrySet()) {
      if (line.getValue().startsWith("document/" + encoded(ODD))) {
        assertThat(Typed.run(line.getKey() + " --json").out()).contains("\"doc\":\"" + ODD + '"').doesNotContain(DASHED);
      } else if (line.getValue().startsWith("?place")) {
        assertThat(Typed.run(line.getKey() + " --json").out().lines()).hasSize(1).first().asString().contains("Mayadin");
      }
    }
  }
}
