package org.sitrep.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sitrep.entity.Place;
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
    return Knowledge.load(home, packs(home));
  }

  /** The settlements of the gazetteer, the largest first. */
  public static List<Place> settlements(Path home) {
    return Knowledge.loadPlaces(home, packs(home)).listAll().stream()
        .filter(p -> p.feature().isSettlement() && p.feature() != Place.Feature.NEIGHBOURHOOD)
        .sorted(Comparator.comparingLong(Place::population).reversed().thenComparing(Place::id))
        .toList();
  }

  private static List<String> packs(Path home) {
    try (Stream<Path> packs = Files.list(home.resolve("knowledge"))) {
      return packs.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the knowledge packs under " + home + " cannot be listed", e);
    }
  }
}
