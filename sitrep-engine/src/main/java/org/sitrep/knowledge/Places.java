package org.sitrep.knowledge;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.sitrep.entity.Place;
import org.sitrep.mention.Mention.Candidate;

/**
 * The gazetteer: every place of the packs under all its names, found by a ladder of matching steps, each
 * coarser than the one before. A candidate keeps the step that found it. Immutable and thread-safe.
 *
 * <p>Steps: {@value #EXACT} (same letters but for case, marks, apostrophes, hyphens), {@value #ARTICLE}
 * (the Arabic article left off or written otherwise), {@value #GENERIC} (tal = tel = tell), {@value
 * #SOUND} (spellings of one sound), {@value #SCRIPT} (Arabic letters, but for the article), {@value #EDIT} (one letter more, less or
 * other), {@value #SKELETON} (the same consonants, near a place that is known), {@value #ABBREVIATION} and {@value #EXONYM} (the very letters of a
 * name that {@code place-names} marks so). All but the first and the last two are climbed only for places of
 * countries whose own name a pack gives in Arabic script, since they are about writing Arabic in Latin letters.
 *
 * <p>Villages are a layer of their own, asked for by country: what {@link #listCandidates(String)} and {@link #listMisspelt} give
 * does not depend on how many there are.
 */
public final class Places {

  /** Step 1 of the ladder. */
  public static final String EXACT = "exact";

  /** Step 2 of the ladder. */
  public static final String ARTICLE = "article";

  /** Step 3 of the ladder. */
  public static final String GENERIC = "generic";

  /** Step 4 of the ladder. */
  public static final String SOUND = "sound";

  /** Step 5 of the ladder. */
  public static final String EDIT = "edit";

  /** Step 6 of the ladder. */
  public static final String SKELETON = "skeleton";

  /** Step 7 of the ladder. */
  public static final String SCRIPT = "script";

  /** Step 8 of the ladder: a short form that a pack gives. */
  public static final String ABBREVIATION = "abbreviation";

  /** Step 8 of the ladder: a name in another language or of another time that a pack gives. */
  public static final String EXONYM = "exonym";

  private static final int SHORTEST_EDIT = 5;
  private static final int LONGEST_EDIT = 100;
  private static final String LETTERS = "abdfghijklmnrstuwxyz$";
  private static final int MOST_CANDIDATES = 40;

  private final PlaceWords words;
  private final PlaceKeys keys;
  private final PlaceIndex index;
  private final PlaceIndex villages;
  private final Set<String> focus;

  private Places(PlaceWords words, PlaceKeys keys, ByteBuffer layers) {
    this.words = words;
    this.keys = keys;
    this.index = PlaceIndex.layer(layers, 0);
    this.villages = PlaceIndex.layer(layers, 1);
    this.focus = index.focus();
  }

  static Places load(List<Path> packs) {
    PlaceWords words = PlaceWords.load(packs);
    PlaceKeys keys = new PlaceKeys(words);
    return new Places(
        words, keys, PlaceCache.open(PlaceFiles.sources(packs), () -> PlaceIndexWriter.layers(PlaceFiles.read(packs), keys)));
  }

  /** The words that stand beside place names. */
  public PlaceWords words() {
    return words;
  }

  /** The countries that the packs are about: those of the places of every pack but the common one. */
  public Set<String> focus() {
    return focus;
  }

  /** All places but the villages, in the order of the files; made anew by every pass over them. */
  public List<Place> listAll() {
    return index.list();
  }

  /** The place of an id. */
  public Optional<Place> find(String id) {
    int place = index.id(id);
    if (place >= 0) {
      return Optional.of(index.place(place));
    }
    int village = villages.id(id);
    return village < 0 ? Optional.empty() : Optional.of(villages.place(village));
  }

  /** A country by its ISO 3166-1 alpha-2 code, in any case. */
  public Optional<Place> country(String code) {
    return find(PlaceIndex.COUNTRY + code.toUpperCase(Locale.ROOT));
  }

  /** Whether a place is shown under this name, but for case, marks, apostrophes and hyphens. */
  public static boolean isShownAs(Place place, String name) {
    return PlaceKeys.fold(place.name()).equals(PlaceKeys.fold(name));
  }

  /** Whether a step finds names by their very letters, which nobody writes by mistake: exact, abbreviation, exonym. */
  public static boolean isAsWritten(String step) {
    return PlaceIndex.AS_WRITTEN.contains(step);
  }

  /** The places of exactly this name, the most populous first. */
  public List<Candidate> listExact(String name) {
    return exact(index, PlaceKeys.fold(name), c -> true);
  }

  private static List<Candidate> exact(PlaceIndex index, String folded, Predicate<Place> wanted) {
    int[] places = index.exact(folded);
    return places.length == 0
        ? List.of()
        : Arrays.stream(places).mapToObj(hit -> new Candidate(index.place(PlaceIndex.placeOf(hit)), PlaceIndex.stepOf(hit)))
            .filter(c -> wanted.test(c.place())).sorted(Comparator.comparing(Candidate::place, BY_WEIGHT)).limit(MOST_CANDIDATES).toList();
  }

  /** The places that a name may mean, by the finest step first and then the most populous. */
  public List<Candidate> listCandidates(String name) {
    return candidates(index, name, c -> true);
  }

  /**
   * The villages that a name may mean, in the same order.
   *
   * @param countries codes of the countries whose villages count
   */
  public List<Candidate> listVillages(String name, Set<String> countries) {
    return countries.isEmpty() || villages.size() == 0 ? List.of() : candidates(villages, name, p -> countries.contains(p.country()));
  }

  /** The villages of all countries that a name may mean, in the same order. */
  public List<Candidate> listVillages(String name) {
    return villages.size() == 0 ? List.of() : candidates(villages, name, p -> true);
  }

  /** The key that a step of the ladder looks a name up by; empty where a name is too short for it. */
  public String key(String step, String name) {
    String folded = PlaceKeys.fold(name);
    return switch (step) {
      case ARTICLE -> keys.article(folded);
      case GENERIC -> keys.generic(folded);
      case SOUND, SCRIPT -> keys.sound(folded);
      case EDIT -> keys.sound(folded).length() < SHORTEST_EDIT ? "" : keys.sound(folded);
      case SKELETON -> {
        String bones = PlaceKeys.skeleton(keys.sound(folded));
        yield bones.length() < PlaceIndexWriter.SHORTEST_SKELETON ? "" : bones;
      }
      default -> folded;
    };
  }

  /** Whether a name is written in Arabic letters. */
  public static boolean isArabic(String name) {
    return PlaceKeys.isArabic(PlaceKeys.fold(name));
  }

  private List<Candidate> candidates(PlaceIndex index, String name, Predicate<Place> wanted) {
    String folded = PlaceKeys.fold(name);
    List<Candidate> exact = exact(index, folded, wanted);
    if (folded.length() < PlaceIndexWriter.SHORTEST_SOUND || exact.size() == MOST_CANDIDATES) {
      return exact;
    }
    PlaceIndex.Named[] alike = index.sound(keys.sound(folded));
    if (alike.length == 0) {
      return exact;
    }
    Map<String, Candidate> found = new LinkedHashMap<>();
    exact.forEach(c -> found.put(c.place().id(), c));
    alike(index, alike, folded, wanted).forEach(c -> found.putIfAbsent(c.place().id(), c));
    return found.values().stream().limit(MOST_CANDIDATES).toList();
  }

  private List<Candidate> alike(PlaceIndex index, PlaceIndex.Named[] alike, String folded, Predicate<Place> wanted) {
    String article = keys.article(folded);
    String generic = keys.generic(folded);
    List<Candidate> found = new ArrayList<>();
    for (PlaceIndex.Named other : alike) {
      Place place = index.place(other.place());
      if (wanted.test(place)) {
        found.add(new Candidate(place, step(other.folded(), article, generic)));
      }
    }
    found.sort(BY_STEP.thenComparing(Candidate::place, BY_WEIGHT));
    return found;
  }

  /**
   * The places whose sound differs by one letter left out, put in, exchanged or swapped with its
   * neighbour from that of a name of five letters or more. Guesses, to be believed only where the place
   * lies near what else is named.
   */
  public List<Candidate> listMisspelt(String name) {
    return misspelt(keys.sound(PlaceKeys.fold(name)));
  }

  List<Candidate> misspelt(String key) {
    if (key.length() < SHORTEST_EDIT || key.length() > LONGEST_EDIT) {
      return List.of();
    }
    Map<String, Candidate> found = new LinkedHashMap<>();
    for (String other : edits(key)) {
      for (PlaceIndex.Named near : index.sound(other)) {
        Place place = index.place(near.place());
        found.putIfAbsent(place.id(), new Candidate(place, EDIT));
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing(Candidate::place, BY_WEIGHT))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  /**
   * The places, villages too, whose name has the consonants of this one and that lie in a context; the nearest first. Far too
   * coarse without it.
   *
   * @param near what is known to be near
   * @param km how far from it, in kilometres
   */
  public List<Candidate> listSkeletons(String name, Place near, double km) {
    String bones = PlaceKeys.skeleton(keys.sound(PlaceKeys.fold(name)));
    if (bones.length() < PlaceIndexWriter.SHORTEST_SKELETON) {
      return List.of();
    }
    Map<String, Place> found = new LinkedHashMap<>();
    for (PlaceIndex layer : List.of(index, villages)) {
      for (int place : layer.skeleton(bones)) {
        if (km(near, layer.lat(place), layer.lon(place)) <= km) {
          Place other = layer.place(place);
          found.putIfAbsent(other.id(), other);
        }
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparingDouble((Place p) -> km(near, p.lat(), p.lon())).thenComparing(Place::id))
        .map(p -> new Candidate(p, SKELETON))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private static double km(Place a, double lat, double lon) {
    return Geodesic.WGS84.Inverse(a.lat(), a.lon(), lat, lon, GeodesicMask.DISTANCE).s12 / 1000;
  }

  private static Set<String> edits(String key) {
    Set<String> edits = new LinkedHashSet<>();
    for (int i = 0; i <= key.length(); i++) {
      String before = key.substring(0, i);
      String after = key.substring(i);
      if (!after.isEmpty()) {
        edits.add(before + after.substring(1));
      }
      if (after.length() > 1) {
        edits.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
      }
      for (int l = 0; l < LETTERS.length(); l++) {
        edits.add(before + LETTERS.charAt(l) + after);
        if (!after.isEmpty()) {
          edits.add(before + LETTERS.charAt(l) + after.substring(1));
        }
      }
    }
    edits.remove(key);
    return edits;
  }

  private String step(String other, String article, String generic) {
    if (PlaceKeys.isArabic(other)) {
      return SCRIPT;
    }
    if (keys.article(other).equals(article)) {
      return ARTICLE;
    }
    return keys.generic(other).equals(generic) ? GENERIC : SOUND;
  }

  private static final Comparator<Place> BY_WEIGHT =
      Comparator.comparingLong(Place::population).reversed().thenComparing(Place::feature);

  private static final List<String> STEPS = List.of(EXACT, ABBREVIATION, EXONYM, SCRIPT, ARTICLE, GENERIC, SOUND);

  private static final Comparator<Candidate> BY_STEP = Comparator.comparingInt(c -> STEPS.indexOf(c.step()));
}
