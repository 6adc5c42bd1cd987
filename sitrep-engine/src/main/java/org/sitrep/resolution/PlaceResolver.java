package org.sitrep.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Area;
import org.sitrep.mention.Location;
import org.sitrep.mention.Location.Status;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.mention.Mention.OfActor;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.mention.Mention.PlaceRelation;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.resolution.PlaceRanking.Scored;

/**
 * Chooses among the places that a name may mean. Two passes, after GeoNorm (Zhang and Bethard,
 * "Improving Toponym Resolution with Better Candidate Generation, Transformer-based Reranking, and
 * Two-Stage Resolution", 2023): first countries, regions and names that can hardly be mistaken, then the
 * rest in their light, and once more in the light of all. What counts is the step of the ladder, the sort of place that the words ask for,
 * how near a candidate lies to places already known, and last how many people live there. Below a margin
 * the mention is ambiguous; where nothing is plausible it is unlocated. Immutable and thread-safe.
 */
final class PlaceResolver {

  private static final double MARGIN = 0.6;
  private static final double LEAST = -2.2;
  private static final double LEAST_GUESSED = 1.2;
  private static final double REACH_KM = 120;
  private static final double REACH_RESPELT_KM = 70;
  private static final double REACH_SITE_KM = 60;
  private static final long LARGE = 50_000;
  private static final long FAMOUS = 200_000;
  private static final int DISTINCT = 5;
  private static final double SAME_KM = 12;
  private static final double ROAD_KM = 20;
  private static final double BESIDE = 4;

  /**
   * A mention in its sentence.
   *
   * @param beside the one after it that says in which direction from another place it lies
   * @param acts whether no preposition says that something happens there
   */
  record Use(OfPlace mention, int sentence, @Nullable OfPlace beside, boolean acts) {}

  private final Actors actors;
  private final Places places;
  private final Set<String> focus;
  private final PlaceParts parts;

  /** With the places and the states of packs. */
  PlaceResolver(Knowledge knowledge) {
    this.actors = knowledge.actors();
    this.places = knowledge.places();
    this.focus = places.focus();
    this.parts = new PlaceParts(places);
  }

  /**
   * Where an article's place mentions are.
   *
   * @param places for every mention
   * @param areas the outline of what the words describe, for mentions that stand in a relation to their place
   */
  record Found(Map<OfPlace, Location> places, Map<OfPlace, Area> areas) {}

  /** Where every place mention of an article is. */
  Found resolve(AnnotatedArticle article) {
    List<Use> uses = uses(article);
    PlaceScene scene = scene(article, uses);
    Map<OfPlace, Location> found = new LinkedHashMap<>();
    Map<String, Candidate> settled = new HashMap<>();
    for (Use use : uses) {
      found.put(use.mention, locate(use, scene, settled));
    }
    decided(uses, found);
    PlaceContext.refine(uses, found);
    PlaceBones.refine(uses, found, places);
    Map<OfPlace, Area> areas = new LinkedHashMap<>();
    found.forEach((mention, location) -> PlaceArea.of(mention.relation(), location).ifPresent(area -> areas.put(mention, area)));
    PlaceCross.refine(article, uses, found, areas);
    return new Found(found, areas);
  }

  /** Names that could be several places are those that the article calls so elsewhere. */
  private void decided(List<Use> uses, Map<OfPlace, Location> found) {
    Map<String, Optional<Place>> senses = PlaceDiscourse.senses(uses, found, places);
    found.replaceAll((mention, location) -> location.status() != Status.AMBIGUOUS
        ? location
        : senses.getOrDefault(places.key(Places.ARTICLE, location.name()), Optional.empty())
            .flatMap(p -> location.candidates().stream().filter(c -> c.place().id().equals(p.id())).findFirst())
            .map(c -> at(mention, c, location.candidates()))
            .orElse(location));
  }

  static List<Use> uses(AnnotatedArticle article) {
    List<Use> uses = new ArrayList<>();
    int n = 0;
    for (AnnotatedSentence sentence : article.sentences()) {
      List<OfPlace> mentions = sentence.list(OfPlace.class);
      for (int i = 0; i < mentions.size(); i++) {
        OfPlace next = i + 1 < mentions.size() ? mentions.get(i + 1) : null;
        boolean beside = next != null && mentions.get(i).relation().isEmpty() && next.first() <= mentions.get(i).last() + 3
            && next.relation().filter(r -> r.kind() == PlaceRelation.Kind.OFFSET).isPresent();
        uses.add(new Use(mentions.get(i), n, beside ? next : null, !isWhere(sentence.tree(), mentions.get(i).first())));
      }
      n++;
    }
    return uses;
  }

  /** What the first passes say of where the article plays. */
  PlaceScene scene(AnnotatedArticle article, List<Use> uses) {
    PlaceScene scene = new PlaceScene(focus);
    for (AnnotatedSentence sentence : article.sentences()) {
      sentence.list(OfActor.class).forEach(a -> party(a, scene));
    }
    for (Use use : uses) {
      certain(use.mention).ifPresent(p -> add(p, use, scene));
    }
    Map<String, Candidate> senses = new HashMap<>();
    uses.forEach(use -> locate(use, scene, senses));
    return scene;
  }

  private static void add(Place place, Use use, PlaceScene scene) {
    if (use.acts && place.feature() == Feature.COUNTRY) {
      scene.country(place);
    } else {
      scene.add(place, use.sentence);
    }
  }

  /** "In Jordan" says where it plays; "Jordan declared" speaks of the country and leaves that open. */
  private static boolean isWhere(SyntaxTree tree, int first) {
    int before = first > 0 && tree.upos(first - 1) == Upos.DET ? first - 2 : first - 1;
    return before >= 0 && tree.upos(before) == Upos.ADP;
  }

  private void party(OfActor mention, PlaceScene scene) {
    if (!mention.ids().isEmpty()) {
      String id = mention.ids().getFirst();
      int dot = id.indexOf('.');
      String state = dot < 0 ? id : id.substring(0, dot);
      if (actors.isState(state)) {
        scene.party(state);
      } else if (actors.isLocal(id)) {
        focus.forEach(scene::party);
      }
    }
  }

  /** The place that a mention means whatever the article is about, if there is one. */
  private static Optional<Place> certain(OfPlace mention) {
    List<Place> exact =
        mention.candidates().stream()
            .filter(c -> Places.isAsWritten(c.step()) || c.step().equals(Places.ARTICLE))
            .map(Candidate::place)
            .toList();
    if (exact.isEmpty()) {
      return Optional.empty();
    }
    Optional<Place> country = exact.stream().filter(p -> p.feature() == Feature.COUNTRY).findFirst();
    if (country.isPresent() && mention.feature().isEmpty()) {
      return country;
    }
    if (mention.feature().filter(f -> f == Feature.REGION).isPresent()) {
      List<Place> regions = exact.stream().filter(p -> p.feature() == Feature.REGION).toList();
      return regions.size() == 1 ? Optional.of(regions.getFirst()) : Optional.empty();
    }
    if (mention.feature().filter(f -> !f.isDivision() && f != Feature.CITY && f != Feature.TOWN && f != Feature.AREA && f != Feature.ROAD).isPresent()) {
      return Optional.empty();
    }
    List<Place> towns = exact.stream().filter(p -> p.feature().isSettlement() && p.population() >= LARGE).toList();
    Place most = (towns.isEmpty() ? exact : towns).stream().max(Comparator.comparingLong(Place::population)).orElseThrow();
    if (most.population() < LARGE) {
      return Optional.empty();
    }
    boolean alone =
        exact.stream().allMatch(p -> p.population() * 20 < most.population() || km(p, most) < 100);
    return alone ? Optional.of(most) : Optional.empty();
  }

  /** Among the places that always count; where none is plausible, among the villages of the country that the article is about. */
  private Location locate(Use use, PlaceScene scene, Map<String, Candidate> senses) {
    Location found = locateAmong(use, scene, senses);
    if (found.status() != Status.UNLOCATED) {
      return found;
    }
    OfPlace mention = use.mention;
    List<Candidate> villages = villages(mention, scene);
    return villages.isEmpty() ? found : locateAmong(new Use(among(mention, villages), use.sentence, use.beside, use.acts), scene, senses);
  }

  /**
   * The villages that a mention may mean; only those written just so for a single word that nothing calls a settlement, and for
   * a name that may be that of a large place elsewhere.
   */
  List<Candidate> villages(OfPlace mention, PlaceScene scene) {
    if (!mayBeVillage(mention)) {
      return List.of();
    }
    boolean bare = mention.feature().isEmpty() && mention.name().indexOf(' ') < 0
        || mention.candidates().stream().anyMatch(c -> c.place().population() >= LARGE);
    return places.listVillages(mention.name(), scene.about()).stream().filter(c -> !bare || Places.isAsWritten(c.step())).toList();
  }

  /** Whether the words ask for nothing else; the quarter of a town is no village. */
  static boolean mayBeVillage(OfPlace mention) {
    return mention.feature().filter(f -> !f.isSettlement() && f != Feature.AREA || f == Feature.NEIGHBOURHOOD).isEmpty();
  }

  static OfPlace among(OfPlace mention, List<Candidate> candidates) {
    return new OfPlace(
        mention.span(), mention.first(), mention.last(), mention.head(), mention.surface(), mention.name(), mention.feature(),
        mention.relation(), candidates);
  }

  private Location locateAmong(Use use, PlaceScene scene, Map<String, Candidate> senses) {
    OfPlace mention = use.mention;
    if (mention.candidates().isEmpty()) {
      return nowhere(mention, Status.UNLOCATED, "unknown name", List.of());
    }
    String sense = mention.name().toLowerCase(Locale.ROOT) + '/' + mention.feature();
    Candidate known = senses.get(sense);
    if (known != null) {
      return at(mention, known, mention.candidates());
    }
    Set<String> rivals = ids(mention);
    List<Scored> scored = PlaceRanking.rank(mention, use.sentence, scene, rivals);
    beside(use, scored);
    List<Candidate> ranked = scored.stream().map(Scored::candidate).toList();
    scored.removeIf(s -> !isPlausible(s.candidate(), use, scene, rivals));
    if (scored.isEmpty()) {
      return nowhere(mention, Status.UNLOCATED, "nothing plausible near", ranked);
    }
    Scored best = scored.getFirst();
    if (best.score() < (best.candidate().step().equals(Places.EDIT) ? LEAST_GUESSED : LEAST)) {
      return nowhere(mention, Status.UNLOCATED, "nothing plausible near", ranked);
    }
    boolean guess = best.candidate().step().equals(Places.EDIT);
    if (guess && ranked.stream().anyMatch(c -> isRival(c.place(), best.candidate().place()))) {
      return nowhere(mention, Status.AMBIGUOUS, "several places of about that name", ranked);
    }
    for (Scored other : scored.subList(1, scored.size())) {
      if (best.score() - other.score() < MARGIN
          && km(best.candidate().place(), other.candidate().place()) > SAME_KM
          && !isSameName(best.candidate().place(), other.candidate().place())) {
        return nowhere(mention, Status.AMBIGUOUS, "several places of that name", ranked);
      }
    }
    senses.put(sense, best.candidate());
    add(best.candidate().place(), use, scene);
    return at(mention, best.candidate(), ranked);
  }

  /** "X, 8 km west of Y": the X that lies so from some Y comes first. */
  private static void beside(Use use, List<Scored> scored) {
    if (use.beside == null) {
      return;
    }
    PlaceRelation relation = use.beside.relation().orElseThrow();
    List<Place> others = use.beside.candidates().stream().map(Candidate::place).toList();
    scored.replaceAll(s -> others.stream().anyMatch(y -> PlaceGeometry.lies(s.candidate().place(), relation, y))
        ? new Scored(s.candidate(), s.score() + BESIDE) : s);
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
  }

  boolean isPlausible(Candidate candidate, Use use, PlaceScene scene, Set<String> rivals) {
    Place place = candidate.place();
    if (place.feature() == Feature.COUNTRY || place.country().isEmpty()) {
      return true;
    }
    boolean small = use.mention.feature().filter(f -> f != Feature.CITY && f != Feature.ROAD && !f.isDivision()).isPresent();
    if (PlaceRanking.isRespelt(candidate) && place.feature().isSettlement() && use.mention.feature().filter(PlaceResolver::isSite).isPresent()) {
      return false;
    }
    if (!scene.isSpokenOf(place.country(), PlaceRanking.isRespelt(candidate))) {
      boolean shown = Places.isAsWritten(candidate.step()) && Places.isShownAs(place, use.mention.name());
      return shown && scene.isBlank() && place.name().length() >= DISTINCT && isUnique(candidate, use.mention)
          || !small && place.population() >= FAMOUS && shown
          || isOfFamous(candidate, use.mention);
    }
    if (place.population() >= LARGE && !small || isUnique(candidate, use.mention) && !scene.isOutside(place, use.sentence)) {
      return true;
    }
    return scene.isNear(
        place, use.sentence, PlaceRanking.isRespelt(candidate) ? REACH_RESPELT_KM : REACH_KM, rivals);
  }

  /** The airport, port or base of the name asked for beside a city that everybody knows by that name. */
  private boolean isOfFamous(Candidate candidate, OfPlace mention) {
    Place site = candidate.place();
    return mention.feature().filter(f -> isSite(f) && f == site.feature()).isPresent() && Places.isAsWritten(candidate.step())
        && places.listExact(mention.name()).stream().map(Candidate::place)
            .anyMatch(p -> p.feature().isSettlement() && p.population() >= FAMOUS && km(p, site) < REACH_SITE_KM);
  }

  /** What is neither a settlement nor a stretch of land: a settlement of another spelling is no ground for it. */
  static boolean isSite(Feature feature) {
    return !feature.isSettlement() && !feature.isDivision() && feature != Feature.AREA;
  }

  /** The only place of exactly this name, and of the sort asked for. */
  private static boolean isUnique(Candidate candidate, OfPlace mention) {
    Place place = candidate.place();
    boolean asked = mention.feature().map(f -> f == place.feature() || f.isSettlement() && place.feature().isSettlement())
        .orElse(mention.name().indexOf(' ') > 0 || place.feature() != Feature.VILLAGE);
    return asked && Places.isAsWritten(candidate.step())
        && mention.candidates().stream()
            .filter(c -> Places.isAsWritten(c.step()))
            .allMatch(c -> km(c.place(), place) < SAME_KM || c.place().feature() != place.feature());
  }

  static Set<String> ids(OfPlace mention) {
    return mention.candidates().stream().map(c -> c.place().id()).collect(Collectors.toSet());
  }

  /** Whether two places of one country are too far apart to be one. */
  private static boolean isRival(Place a, Place b) {
    return a.country().equals(b.country()) && km(a, b) > SAME_KM;
  }

  /** A city and the region or district called after it. */
  private static boolean isSameName(Place a, Place b) {
    return (a.feature().isDivision() || b.feature().isDivision())
        && km(a, b) < Math.max(a.km(), b.km()) * 2;
  }

  private static Location nowhere(
      OfPlace mention, Status status, String why, List<Candidate> candidates) {
    return new Location(
        mention.surface(), mention.name(), status, Optional.empty(), 0, 0, 0, why, candidates);
  }

  private Location at(OfPlace mention, Candidate chosen, List<Candidate> candidates) {
    Place place = chosen.place();
    boolean road = mention.feature().filter(f -> f == Feature.ROAD).isPresent() && place.feature() != Feature.ROAD;
    if (road && mention.relation().isEmpty()) {
      return new Location(
          mention.surface(), mention.name(), Status.RESOLVED, Optional.of(place), place.lat(), place.lon(),
          Math.max(ROAD_KM, place.km()), chosen.step(), candidates);
    }
    PlaceGeometry.Disc disc =
        mention
            .relation()
            .map(r -> parts.find(r, place).orElseGet(() -> PlaceGeometry.apply(r, place)))
            .orElse(new PlaceGeometry.Disc(place.lat(), place.lon(), place.km()));
    boolean adjective = place.feature() == Feature.COUNTRY && !Places.isShownAs(place, mention.name()); // "Syrian territory"
    return new Location(
        mention.surface(), adjective ? place.name() : mention.name(), Status.RESOLVED, Optional.of(place), disc.lat(),
        disc.lon(), disc.km(), chosen.step(), candidates);
  }

  static double km(Place a, Place b) {
    return PlaceGeometry.km(a.lat(), a.lon(), b.lat(), b.lon());
  }
}
