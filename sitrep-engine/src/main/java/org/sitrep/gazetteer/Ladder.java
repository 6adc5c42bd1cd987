package org.sitrep.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.sitrep.entity.Place;
import org.sitrep.gazetteer.Gazetteer.Found;
import org.sitrep.gazetteer.Gazetteer.Step;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.Mention.Candidate;

/** The look-up of one name by every step of the ladder, with the code that articles are read with. */
final class Ladder {

  private static final double CONTEXT_KM = 40;
  private static final List<String> STEPS =
      List.of(Places.EXACT, Places.ABBREVIATION, Places.EXONYM, Places.SCRIPT, Places.ARTICLE, Places.GENERIC, Places.SOUND, Places.EDIT, Places.SKELETON);

  private final Places places;
  private final String name;
  private final Optional<Place> near;

  Ladder(Places places, String name, Optional<Place> near) {
    this.places = places;
    this.name = name;
    this.near = near;
  }

  List<Found> all(Optional<String> country) {
    Map<String, Found> found = new LinkedHashMap<>();
    add(places.listCandidates(name), found);
    add(places.listVillages(name), found);
    if (found.isEmpty()) {
      add(places.listMisspelt(name), found);
    }
    near.ifPresent(place -> add(places.listSkeletons(name, place, CONTEXT_KM), found));
    List<Found> all = new ArrayList<>(found.values());
    all.removeIf(f -> country.isPresent() && !f.candidate().place().country().equals(country.get()));
    all.sort(order());
    return all;
  }

  private void add(List<Candidate> candidates, Map<String, Found> found) {
    candidates.forEach(c -> found.putIfAbsent(c.place().id(), new Found(c, km(c.place()))));
  }

  private OptionalDouble km(Place place) {
    return near
        .map(n -> OptionalDouble.of(Geodesic.WGS84.Inverse(n.lat(), n.lon(), place.lat(), place.lon(), GeodesicMask.DISTANCE).s12 / 1000))
        .orElse(OptionalDouble.empty());
  }

  private Comparator<Found> order() {
    Comparator<Found> byStep = Comparator.comparingInt(f -> STEPS.indexOf(f.candidate().step()));
    Comparator<Found> byNearness = Comparator.comparingDouble(f -> f.km().orElse(0));
    Comparator<Found> byPeople = Comparator.comparingLong(f -> -f.candidate().place().population());
    return byStep.thenComparing(byNearness).thenComparing(byPeople);
  }

  /** Every step with what it found that no finer one had. */
  List<Step> steps(Map<String, String> byHand) {
    List<Found> all = new ArrayList<>(all(Optional.empty()));
    boolean coarse = all.stream().allMatch(f -> STEPS.indexOf(f.candidate().step()) >= STEPS.indexOf(Places.EDIT));
    if (!coarse) {
      places.listMisspelt(name).stream()
          .filter(c -> all.stream().noneMatch(f -> f.candidate().place().id().equals(c.place().id())))
          .forEach(c -> all.add(new Found(c, km(c.place()))));
    }
    all.sort(order());
    List<Step> steps = new ArrayList<>();
    for (String step : STEPS) {
      if (step.equals(Places.SCRIPT) && !Places.isArabic(name)) {
        steps.add(new Step(step, "", List.of(), "for names in Arabic letters"));
        continue;
      }
      List<Found> found = all.stream().filter(f -> f.candidate().step().equals(step)).toList();
      steps.add(new Step(step, places.key(step, name), found, note(step, coarse, found.isEmpty() ? Map.of() : byHand)));
    }
    return steps;
  }

  private String note(String step, boolean coarse, Map<String, String> byHand) {
    if (step.equals(Places.ABBREVIATION) || step.equals(Places.EXONYM)) {
      return byHand.isEmpty() ? "no row of place-names gives this name" : "given by " + byHand;
    }
    if (step.equals(Places.EDIT)) {
      return places.key(step, name).isEmpty() ? "too short for it" : coarse ? "" : "not asked: a finer step has found something";
    }
    if (step.equals(Places.SKELETON)) {
      return near.isEmpty() ? "only in context: give a place to be near to" : "within " + Math.round(CONTEXT_KM) + " km";
    }
    return "";
  }
}
