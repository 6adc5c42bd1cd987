package org.sitrep.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place;
import org.sitrep.flow.Issue;

/**
 * All that the engine knows and that is not code: the packs under {@code knowledge/}, the common one first.
 * Immutable and thread-safe once loaded.
 *
 * <p>A file that cannot be used ends loading with a {@link KnowledgeException} that names file and line.
 */
public final class Knowledge {

  /** The pack that every other builds on. */
  public static final String COMMON = "common";

  private final List<Path> packs;
  private final EventTypes eventTypes;
  private final Frames frames;
  private final Lexicon lexicon;
  private final Layout layout;
  private final Times times;
  private final Counts counts;
  private final FusionWeights fusionWeights;
  private final ControlWeights controlWeights;
  private final KnownWords knownWords;
  private final Populations populations;
  private final ReportWording reportWording;
  private final DiscussionWords discussionWords;
  private final Actors actors;
  private final Sources sources;
  private final Outlets outlets;
  private final Beneficiaries beneficiaries;
  private final ReliabilityWeights reliabilityWeights;
  private final Places places;
  private final TerritoryRules territory;
  private final Rivers rivers;
  private volatile @Nullable String digest;

  private Knowledge(List<Path> packs) {
    this.packs = List.copyOf(packs);
    this.times = Times.load(packs.getFirst());
    this.counts = Counts.load(packs.getFirst());
    this.fusionWeights = FusionWeights.load(packs.getFirst());
    this.knownWords = KnownWords.load(packs.getFirst());
    this.controlWeights = ControlWeights.load(packs.getFirst());
    this.populations = Populations.load(packs.getFirst());
    this.reportWording = ReportWording.load(packs.getFirst());
    this.discussionWords = DiscussionWords.load(packs.getFirst());
    this.eventTypes = EventTypes.load(packs.getFirst());
    this.frames = Frames.load(packs, eventTypes);
    this.lexicon = Lexicon.load(packs, counts);
    this.layout = Layout.load(packs);
    this.actors = Actors.load(packs);
    this.sources = Sources.load(packs, actors);
    this.outlets = Outlets.load(packs);
    this.beneficiaries = Beneficiaries.load(this.packs, eventTypes, actors);
    this.reliabilityWeights = ReliabilityWeights.load(packs.getFirst());
    this.places = Places.load(this.packs);
    this.territory = TerritoryRules.load(packs.getFirst());
    this.rivers = Rivers.load(this.packs);
  }

  /**
   * Loads packs.
   *
   * @param home the directory that holds {@code knowledge/}
   * @param names packs to read after {@link #COMMON}, in this order; a later one may overrule an earlier
   */
  public static Knowledge load(Path home, List<String> names) {
    return new Knowledge(packs(home, names));
  }

  /** The kinds of happenings alone, without the rest of the packs. */
  public static EventTypes loadEventTypes(Path home) {
    return EventTypes.load(pack(home, COMMON));
  }

  /** The gazetteer alone, of the same packs. */
  public static Places loadPlaces(Path home, List<String> names) {
    return Places.load(packs(home, names));
  }

  private static List<Path> packs(Path home, List<String> names) {
    List<Path> packs = new ArrayList<>();
    packs.add(pack(home, COMMON));
    names.stream().filter(name -> !name.equals(COMMON)).forEach(name -> packs.add(pack(home, name)));
    return packs;
  }

  private static Path pack(Path home, String name) {
    Path pack = home.resolve("knowledge").resolve(name);
    if (!Files.isDirectory(pack)) {
      throw new KnowledgeException(pack, 0, "no such knowledge pack");
    }
    return pack;
  }

  /** The wording of page furniture and of comment threads. */
  public Layout layout() {
    return layout;
  }

  /** The directories of the packs, the common one first. */
  public List<Path> packs() {
    return packs;
  }

  /** The kinds of happenings that claims can be of. */
  public EventTypes eventTypes() {
    return eventTypes;
  }

  /** A digest of what the packs say of parties, kinds and weights; it changes where any of that does. Worked out once. */
  public String digest() {
    String known = digest;
    if (known == null) {
      known = PackDigest.of(packs);
      digest = known;
    }
    return known;
  }

  /** The frames of all packs. */
  public Frames frames() {
    return frames;
  }

  /** Word classes and cue words of all packs. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** The words of time and how they are read. */
  public Times times() {
    return times;
  }

  /** The words of number and how they are read. */
  public Counts counts() {
    return counts;
  }

  /** The parties of all packs. */
  public Actors actors() {
    return actors;
  }

  /** Those whose word is reported. */
  public Sources sources() {
    return sources;
  }

  /** Whom a claim favours. */
  public Beneficiaries beneficiaries() {
    return beneficiaries;
  }

  /** The numbers by which sources are graded and support is weighed. */
  public ReliabilityWeights reliabilityWeights() {
    return reliabilityWeights;
  }

  /** The outlets whose layout is stated. */
  public Outlets outlets() {
    return outlets;
  }

  /** The gazetteer. */
  public Places places() {
    return places;
  }

  /** Of whom a number of dead or wounded speaks. */
  public Populations populations() {
    return populations;
  }

  /** The wording of the situation report. */
  public ReportWording reportWording() {
    return reportWording;
  }

  /** The words by which readers' comments are read. */
  public DiscussionWords discussionWords() {
    return discussionWords;
  }

  /** How areas, fronts, proximity and zones are drawn up. */
  public TerritoryRules territory() {
    return territory;
  }

  /** The lines of rivers. */
  public Rivers rivers() {
    return rivers;
  }

  /** How much a word on control moves belief. */
  public ControlWeights controlWeights() {
    return controlWeights;
  }

  /** How much each finding weighs when two claims are compared. */
  public FusionWeights fusionWeights() {
    return fusionWeights;
  }

  /** Words and names that are met everywhere. */
  public KnownWords knownWords() {
    return knownWords;
  }

  /**
   * What cannot be meant in the packs' actors and affiliations: one name for two parties on the same days, ids that nobody
   * has, names of armed groups that are those of countries or cities. Empty where all is well.
   */
  public List<Issue> checkActors() {
    Set<String> names =
        places.listAll().stream()
            .filter(p -> p.feature() == Place.Feature.COUNTRY || p.feature() == Place.Feature.CITY)
            .map(Place::name)
            .collect(Collectors.toSet());
    return new ActorCheck(actors, names).run();
  }

  /** The part of {@link #checkActors} that bears on whom a claim serves: affiliations that contradict each other. */
  public List<Issue> checkAffiliations() {
    return new ActorCheck(actors, Set.of()).contradictory();
  }
}
