package org.sitrep.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sitrep.assessment.Assessment;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.pipeline.Pipeline;

/** The engine's parts for those who keep a store open long: each is made when it is first wanted, and once. Thread-safe. */
public final class Toolbox {

  private final Supplier<Knowledge> knowledge;
  private final Supplier<Pipeline> pipeline;
  private final Supplier<Assessment> assessment;
  private final Supplier<List<Place>> settlements;
  private final Path home;

  /** Of the directory that sitrep lies in. */
  public Toolbox(Path home) {
    this.home = home;
    Supplier<Knowledge> packs = new Once<>(() -> Workshop.knowledge(home));
    knowledge = packs;
    pipeline = new Once<>(() -> Pipeline.of(packs.get(), English.load()));
    assessment = new Once<>(() -> new Assessment(packs.get()));
    settlements = new Once<>(() -> Workshop.settlements(home));
  }

  /** What the packs say. */
  public Knowledge knowledge() {
    return knowledge.get();
  }

  /** The way from a document to claims, events and control. */
  public Pipeline pipeline() {
    return pipeline.get();
  }

  /** Who holds what. */
  public Assessment assessment() {
    return assessment.get();
  }

  /** The settlements of the gazetteer, the largest first, for maps. */
  public List<Place> settlements() {
    return settlements.get();
  }

  /** Where the corpus of the demonstration lies. */
  public Path demo() {
    return home.resolve("demo").resolve("corpus");
  }

  private static final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T made;

    Once(Supplier<T> source) {
      this.source = source;
    }

    @Override
    public synchronized T get() {
      T here = made;
      if (here == null) {
        here = source.get();
        made = here;
      }
      return here;
    }
  }
}
