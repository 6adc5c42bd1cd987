package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.mention.Mention.Candidate;

/**
 * The gazetteer: every place of the packs under all its names, found by a ladder of matching steps, each
 * coarser than the one before. A candidate keeps the step that found it. Immutable and thread-safe.
 *
 * <p>Steps: {@value #EXACT} (same letters but for case, marks, apostrophes, hyphens), {@value #ARTICLE}
 * (the Arabic article left off or written otherwise), {@value #GENERIC} (tal = tel = tell), {@value
 * #SOUND} (spellings of one sound), {@value #EDIT} (one letter more, less or other). All but the first
 * are climbed only for places of countries whose own name a pack gives in Arabic script, since they are
 * about writing Arabic in Latin letters.
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

  private static final int SHORTEST_EDIT = 5;
  private static final String LETTERS = "abdfghijklmnrstuwxyz$";
  private static final int MOST_CANDIDATES = 40;
  private static final int SHORTEST_SOUND = 3;

  private record Name(Place place, String folded) {}

  private static final Name[] NO_NAMES = {};

  private final PlaceWords words;
  private final PlaceKeys keys;
  private final Set<String> focus;
  private final Map<String, Place> byId;
  private final Map<String, Place> countries = new HashMap<>();
  private final Map<String, Place[]> exact = new HashMap<>();
  private final Map<String, Name[]> sound = new HashMap<>();
  private final Set<String> firstWords = new HashSet<>();

  private Places(PlaceWords words, Map<String, PlaceFiles.Entry> entries, Set<String> focus) {
    this.words = words;
    this.focus = focus;
    this.keys = new PlaceKeys(words);
    this.byId = new LinkedHashMap<>(entries.size() * 2);
    Set<String> arabic = new HashSet<>();
    for (PlaceFiles.Entry entry : entries.values()) {
      byId.put(entry.place().id(), entry.place());
      if (entry.place().feature() == Feature.COUNTRY) {
        countries.put(entry.place().country(), entry.place());
      }
      if (entry.place().feature() == Feature.COUNTRY && entry.names().stream().anyMatch(Places::isArabic)) {
        arabic.add(entry.place().country());
      }
    }
    for (PlaceFiles.Entry entry : entries.values()) {
      boolean ladder = arabic.contains(entry.place().country());
      entry.names().forEach(name -> index(entry.place(), name, ladder));
    }
  }

  static Places load(List<Path> packs) {
    PlaceFiles.Content content = PlaceFiles.read(packs);
    return new Places(PlaceWords.load(packs), content.entries(), content.focus());
  }

  private static boolean isArabic(String name) {
    return !name.isEmpty() && Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.ARABIC;
  }

  private void index(Place place, String name, boolean ladder) {
    String folded = PlaceKeys.fold(name);
    if (folded.isEmpty()) {
      return;
    }
    Place[] old = exact.get(folded);
    if (old == null) {
      exact.put(folded, new Place[] {place});
      int space = folded.indexOf(' ');
      firstWords.add(space < 0 ? folded : folded.substring(0, space));
    } else if (old[old.length - 1] != place) {
      exact.put(folded, with(old, place));
    }
    if (ladder && folded.length() >= SHORTEST_SOUND && !isArabic(folded)) {
      String key = keys.sound(folded);
      Name[] names = sound.get(key);
      Name added = new Name(place, folded);
      sound.put(key, names == null ? new Name[] {added} : with(names, added));
    }
  }

  private static <T> T[] with(T[] old, T added) {
    T[] more = Arrays.copyOf(old, old.length + 1);
    more[old.length] = added;
    return more;
  }

  /** The words that stand beside place names. */
  public PlaceWords words() {
    return words;
  }

  /** The countries that the packs are about: those of the places of every pack but the common one. */
  public Set<String> focus() {
    return focus;
  }

  /** All places, in the order of the files. */
  public Collection<Place> listAll() {
    return byId.values();
  }

  /** The place of an id. */
  public Optional<Place> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** A country by its ISO 3166-1 alpha-2 code, in any case. */
  public Optional<Place> country(String code) {
    return Optional.ofNullable(countries.get(code.toUpperCase(Locale.ROOT)));
  }

  /** Whether a place is shown under this name, but for case, marks, apostrophes and hyphens. */
  public static boolean isShownAs(Place place, String name) {
    return PlaceKeys.fold(place.name()).equals(PlaceKeys.fold(name));
  }

  /** Whether some name is written so but for case, marks, apostrophes and hyphens. */
  public boolean isName(String name) {
    return exact.containsKey(PlaceKeys.fold(name));
  }

  /** Whether some name begins with this word, or is it. */
  public boolean isFirstWord(String word) {
    return firstWords.contains(PlaceKeys.fold(word));
  }

  /** The places of exactly this name, the most populous first. */
  public List<Candidate> listExact(String name) {
    Place[] found = exact.get(PlaceKeys.fold(name));
    if (found == null) {
      return List.of();
    }
    return Arrays.stream(found).sorted(BY_WEIGHT).map(p -> new Candidate(p, EXACT)).limit(MOST_CANDIDATES).toList();
  }

  /** The places that a name may mean, by the finest step first and then the most populous. */
  public List<Candidate> listCandidates(String name) {
    Map<String, Candidate> found = new LinkedHashMap<>();
    listExact(name).forEach(c -> found.put(c.place().id(), c));
    String folded = PlaceKeys.fold(name);
    if (folded.length() < SHORTEST_SOUND) {
      return List.copyOf(found.values());
    }
    Name[] alike = sound.get(keys.sound(folded));
    if (alike != null) {
      String article = keys.article(folded);
      String generic = keys.generic(folded);
      List<Candidate> more = new ArrayList<>();
      for (Name other : alike) {
        more.add(new Candidate(other.place, step(other.folded, article, generic)));
      }
      more.sort(BY_STEP.thenComparing(Candidate::place, BY_WEIGHT));
      more.forEach(c -> found.putIfAbsent(c.place().id(), c));
    }
    return found.values().stream().limit(MOST_CANDIDATES).toList();
  }

  /**
   * The places whose sound differs by one letter left out, put in, exchanged or swapped with its
   * neighbour from that of a name of five letters or more. Guesses, to be believed only where the place
   * lies near what else is named.
   */
  public List<Candidate> listMisspelt(String name) {
    String key = keys.sound(PlaceKeys.fold(name));
    if (key.length() < SHORTEST_EDIT) {
      return List.of();
    }
    Map<String, Candidate> found = new LinkedHashMap<>();
    for (String other : edits(key)) {
      for (Name near : sound.getOrDefault(other, NO_NAMES)) {
        found.putIfAbsent(near.place.id(), new Candidate(near.place, EDIT));
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing(Candidate::place, BY_WEIGHT))
        .limit(MOST_CANDIDATES)
        .toList();
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
    if (keys.article(other).equals(article)) {
      return ARTICLE;
    }
    return keys.generic(other).equals(generic) ? GENERIC : SOUND;
  }

  private static final Comparator<Place> BY_WEIGHT =
      Comparator.comparingLong(Place::population).reversed().thenComparing(Place::feature);

  private static final List<String> STEPS = List.of(EXACT, ARTICLE, GENERIC, SOUND);

  private static final Comparator<Candidate> BY_STEP = Comparator.comparingInt(c -> STEPS.indexOf(c.step()));
}
