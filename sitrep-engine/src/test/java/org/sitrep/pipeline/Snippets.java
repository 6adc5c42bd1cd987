package org.sitrep.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.page.Capture;

/** What tests that code a few sentences share: a pipeline over packs, with the analyser loaded once, and texts as captures. */
public final class Snippets {

  private static final class Loaded {
    static final English ENGLISH = English.load();
  }

  private Snippets() {}

  /** A pipeline over the common pack and these. */
  public static Pipeline pipeline(String... packs) {
    Path home = Path.of(System.getProperty("sitrep.home", ".."));
    return Pipeline.of(Knowledge.load(home, List.of(packs)), Loaded.ENGLISH);
  }

  /** Plain text without a date. */
  public static Capture capture(String text) {
    return capture(text, Optional.empty());
  }

  static Capture capture(String text, Optional<LocalDate> published) {
    return new Capture(
        "t", "t", Optional.empty(), Optional.empty(), Optional.empty(), published, Optional.empty(),
        Capture.Format.TEXT, text, "t");
  }
}
