package org.sitrep.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.sitrep.desk.Toolbox;
import org.sitrep.entity.Actor;
import org.sitrep.entity.Place;
import org.sitrep.entity.Source;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.store.Filter;

/**
 * Finds the values of a facet by whatever the gazetteer and the packs call them: other spellings, other scripts, short forms. The
 * name that a value is shown by is not looked at here. Thread-safe.
 */
final class OtherNames {

  private final Toolbox toolbox;

  OtherNames(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** Which values of a facet bear a name. */
  IntPredicate called(Facet facet, EventIndex index, String name) {
    Knowledge knowledge = toolbox.knowledge();
    return switch (facet) {
      case PLACE -> places(knowledge.places(), index.places, name);
      case ACTOR -> among(ids(knowledge, name, false), value -> ids(knowledge, index.parties.label(value), false));
      case SOURCE -> among(ids(knowledge, name, true), value -> ids(knowledge, index.sources.label(value), true));
      case TYPE, CERTAINTY -> value -> false;
    };
  }

  /** Places of this name; those whose name is nearly this one where there are none. */
  private static IntPredicate places(Places places, Names told, String name) {
    Set<Integer> found = told(told, Stream.concat(places.listCandidates(name).stream(), places.listVillages(name).stream()));
    return (found.isEmpty() ? told(told, places.listMisspelt(name).stream()) : found)::contains;
  }

  /** The values under which claims of the store have these places. */
  private static Set<Integer> told(Names told, Stream<Candidate> candidates) {
    Set<Integer> values = new HashSet<>();
    for (Place place : candidates.map(Candidate::place).toList()) {
      int value = told.find(place.name());
      if (value >= 0 && told.isWith(value, Filter.folded(place.id()))) {
        values.add(value);
      }
    }
    return values;
  }

  private interface Ids {
    Set<String> of(int value);
  }

  private static IntPredicate among(Set<String> wanted, Ids ids) {
    return value -> !wanted.isEmpty() && ids.of(value).stream().anyMatch(wanted::contains);
  }

  /** The parties of a name, and the sources where they are wanted. */
  private static Set<String> ids(Knowledge knowledge, String name, boolean sources) {
    List<String> ids = new ArrayList<>(knowledge.actors().named(name).stream().map(Actor::id).toList());
    if (sources) {
      knowledge.sources().named(name).stream().map(Source::id).forEach(ids::add);
    }
    return Set.copyOf(ids);
  }
}
