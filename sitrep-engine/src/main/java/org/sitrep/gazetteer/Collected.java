package org.sitrep.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;

/** What importers hand over, checked row by row; keeps the good rows, counts the bad ones and keeps the first of them. */
final class Collected implements Sink {

  private static final Comparator<Draft> ORDER =
      Comparator.comparing(Draft::country).thenComparing(Draft::region).thenComparing(Draft::name).thenComparing(Draft::id);
  private static final int SHOWN = 20;
  private static final int HOPELESS = 1000;
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}|");
  private static final char NOT_UTF8 = '\uFFFD';

  private final Set<Feature> features;
  private final Set<String> known;
  private final LongConsumer progress;
  private final Map<String, Draft> places = new LinkedHashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> regions = new HashMap<>();
  private final Map<String, Map<String, String>> names = new TreeMap<>();
  private final List<String> rejects = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  private String file = "";
  private long rows;
  private long rejected;
  private long leftOut;
  private long alreadyThere;
  private long fileRows;
  private long fileRejected;

  /**
   * @param features the sorts of places wanted
   * @param known ids that the packs have in other files
   */
  Collected(Set<Feature> features, Set<String> known, LongConsumer progress) {
    this.features = features;
    this.known = known;
    this.progress = progress;
  }

  void begin(String name) {
    file = name;
    fileRows = 0;
    fileRejected = 0;
  }

  /** Refuses the file that has just been read when more of it is bad than good. */
  void end() throws Refused {
    if (fileRows == 0) {
      throw new Refused(0, "no record in it");
    }
    if (fileRejected * 2 > fileRows) {
      throw new Refused(0, fileRejected + " of " + fileRows + " records cannot be used; the file is refused as a whole");
    }
  }

  private void count() {
    rows++;
    fileRows++;
    progress.accept(rows);
  }

  @Override
  public void place(Draft draft) throws Refused {
    count();
    add(draft, false);
  }

  @Override
  public void part(Draft draft) throws Refused {
    count();
    add(draft, true);
  }

  private void add(Draft draft, boolean joins) throws Refused {
    String wrong = wrong(draft);
    if (wrong != null) {
      bad(draft.line(), wrong);
      return;
    }
    Draft tidy = tidy(draft);
    boolean shows = tidy.shape() != null; // what lies in it
    if (Character.isDigit(tidy.name().charAt(0)) || !features.contains(tidy.feature()) && !shows) {
      leftOut++;
      return;
    }
    String id = ids.getOrDefault(tidy.id(), ids.getOrDefault(tidy.also(), tidy.id()));
    Draft before = places.get(id);
    if (before != null && !joins) {
      bad(draft.line(), "the id " + draft.id() + " is used before, on line " + before.line());
      return;
    }
    places.put(id, before == null ? tidy : before.with(tidy));
    ids.put(tidy.id(), id);
    if (!tidy.also().isEmpty()) {
      ids.put(tidy.also(), id);
    }
  }

  private static @Nullable String wrong(Draft d) {
    String name = NameRules.tidy(d.name());
    if (d.id().isBlank()) {
      return "no id";
    }
    String beside = d.id().length() > NameRules.LONGEST ? "id" : d.region().length() > NameRules.LONGEST ? "region" : "";
    if (!beside.isEmpty()) {
      return (beside.equals("id") ? "an " : "a ") + beside + " of " + (beside.equals("id") ? d.id() : d.region()).length() + " characters; the longest that is taken has " + NameRules.LONGEST;
    }
    if ((d.id() + d.region()).indexOf(NOT_UTF8) >= 0) {
      return "the id or the region is not written in UTF-8: " + d.id() + ", " + d.region();
    }
    if (name.length() < NameRules.SHORTEST || name.length() > NameRules.LONGEST) {
      String shown = name.length() > 20 ? name.substring(0, 20) + "..." : name;
      return "a name of " + name.length() + (name.length() == 1 ? " letter" : " letters") + " (\"" + shown + "\"); a name has "
          + NameRules.SHORTEST + " to " + NameRules.LONGEST;
    }
    if (name.indexOf(NOT_UTF8) >= 0) {
      return "the name is not written in UTF-8: " + name;
    }
    if (name.chars().noneMatch(Character::isLetter)) {
      return "no letter in the name \"" + name + '"';
    }
    if (Double.isNaN(d.lat()) || Double.isNaN(d.lon())) {
      return "no number for the " + (Double.isNaN(d.lat()) ? "latitude" : "longitude") + " of " + name;
    }
    if (!(d.lat() >= -90 && d.lat() <= 90)) {
      return "latitude " + d.lat() + " is not between -90 and 90";
    }
    if (!(d.lon() >= -180 && d.lon() <= 180)) {
      return "longitude " + d.lon() + " is not between -180 and 180";
    }
    if (d.km() > Place.WIDEST_KM) {
      return "a radius of " + d.km() + " km is more than half the earth";
    }
    return COUNTRY.matcher(d.country()).matches() ? null : "\"" + d.country() + "\" is no country code of two letters";
  }

  private static Draft tidy(Draft d) {
    String name = NameRules.tidy(d.name());
    Set<String> names = new LinkedHashSet<>();
    for (String other : d.names()) {
      String plain = NameRules.tidy(other);
      if (plain.length() >= NameRules.SHORTEST && plain.length() <= NameRules.LONGEST && plain.indexOf(NOT_UTF8) < 0) {
        names.add(plain);
      }
    }
    names.remove(name);
    double km = d.km();
    if (km <= 0 && d.shape() != null && d.feature().isDivision()) {
      km = Math.max(2, Shapes.middle(d.shape()).km());
    }
    return new Draft(
        d.line(), d.id().strip(), d.also(), name, d.feature(), d.lat(), d.lon(), km, d.country(), NameRules.tidy(d.region()),
        d.regionCode(), d.population(), List.copyOf(names), d.origin(), d.feature() == Feature.REGION || d.feature() == Feature.COUNTRY ? d.shape() : null);
  }

  @Override
  public void reject(int line, String why) throws Refused {
    count();
    bad(line, why);
  }

  private void bad(int line, String why) throws Refused {
    rejected++;
    fileRejected++;
    if (rejects.size() < SHOWN) {
      rejects.add(file + ":" + line + ": " + why);
    }
    if (fileRejected == HOPELESS && fileRows == HOPELESS) {
      throw new Refused(line, "none of the first " + HOPELESS + " records can be used; the file is refused as a whole");
    }
  }

  @Override
  public void leaveOut() {
    count();
    leftOut++;
  }

  @Override
  public void region(String code, String name) {
    regions.putIfAbsent(code, name);
  }

  @Override
  public boolean wantsNames(String id) {
    return ids.containsKey(id) || known.contains(id);
  }

  @Override
  public void name(String id, String name, String use) {
    count();
    String own = ids.get(id);
    Draft draft = own == null ? null : places.get(own);
    if (draft == null || known.contains(id) || !use.equals("add")) {
      names.computeIfAbsent(id, k -> new LinkedHashMap<>()).putIfAbsent(name, use);
    } else {
      places.put(draft.id(), draft.withNames(List.of(name)));
    }
  }

  /**
   * The rows that are new to the packs, in an order that does not depend on the file's.
   *
   * @param shown the packs' own names of regions, by id
   */
  List<Draft> finish(Map<String, String> shown) {
    Map<String, String> called = new HashMap<>();
    for (Draft draft : places.values()) {
      String name = shown.get(draft.id());
      if (draft.feature() == Feature.REGION && name != null) {
        called.put(draft.name(), name);
      }
    }
    RegionFinder finder = new RegionFinder(places.values());
    List<Draft> rows = new ArrayList<>();
    for (Draft draft : places.values()) {
      if (!features.contains(draft.feature())) {
        leftOut++;
        continue;
      }
      if (known.contains(draft.id()) || known.contains(draft.also())) {
        alreadyThere++;
        continue;
      }
      Draft placed = draft.country().isEmpty() ? draft.withCountry(finder.country(draft)) : draft;
      String region = region(placed, finder);
      Draft whole = placed.withRegion(called.getOrDefault(region, region));
      double km = whole.km() > 0 ? whole.km() : Sorts.km(whole.feature(), whole.population());
      rows.add(
          new Draft(
              whole.line(), whole.id(), "", whole.name(), whole.feature(), whole.lat(), whole.lon(), km, whole.country(),
              whole.region(), "", whole.population(), whole.names(), whole.origin(), null));
      counts.merge(whole.country().isEmpty() ? "no country" : whole.country(), 1, Integer::sum);
    }
    rows.sort(ORDER);
    return rows;
  }

  private String region(Draft draft, RegionFinder finder) {
    if (draft.feature() == Feature.COUNTRY) {
      return "";
    }
    if (draft.feature() == Feature.REGION) {
      return draft.name();
    }
    if (!draft.region().isEmpty()) {
      return draft.region();
    }
    String coded = regions.get(draft.regionCode());
    return coded != null ? coded : finder.region(draft);
  }

  /** Further names of places by their ids, each with what it counts as: those of places that the packs have, and short forms. */
  Map<String, Map<String, String>> names() {
    return names;
  }

  Gazetteer.Counts counts() {
    return new Gazetteer.Counts(rows, rejected, leftOut, alreadyThere, Map.copyOf(counts), List.copyOf(rejects));
  }
}
