package org.sitrep.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.pipeline.Pipeline;

/** What the engine is made of, loaded from the directory that sitrep lies in. Thread-safe. */
public final class Workshop {

  private Workshop() {}

  /** The whole pipeline. */
  public static Pipeline pipeline(Path home) {
    return Pipeline.of(knowledge(home), English.load());
  }

  /** Every pack under {@code knowledge}, in the order of their names. */
  public static Knowledge knowledge(Path home) {
    try (Stream<Path> packs = Files.list(home.resolve("knowledge"))) {
      List<String> names =
          packs.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
      return Knowledge.load(home, names);
    } catch (IOException e) {
      throw new UncheckedIOException("the knowledge packs under " + home + " cannot be listed", e);
    }
  }
}
