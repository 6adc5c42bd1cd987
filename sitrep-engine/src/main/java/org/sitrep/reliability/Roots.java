package org.sitrep.reliability;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.entity.Actor;
import org.sitrep.entity.Source;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Found;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Sources;
import org.sitrep.knowledge.Words;
import org.sitrep.source.Root;
import org.sitrep.time.TimeWindow;

/**
 * Finds the root of each claim: copies are one testimony, and a testimony is the word of whoever is its innermost
 * holder. Who is named by nobody is one root for each bloc of publishers. One use, not thread-safe.
 */
final class Roots {

  private static final String UNNAMED = "unnamed";

  private final Actors actors;
  private final Sources sources;
  private final Knowledge knowledge;
  private final Copies copies;
  private final Map<String, Claim> speakers = new HashMap<>();
  private final Map<String, Root> roots = new HashMap<>();
  private final Map<String, Optional<Source>> byName = new HashMap<>();
  /** Ids that stand in sources.csv; every party is a source beside them. */
  private final Set<String> listed = new HashSet<>();
  private final Map<String, Root> found = new HashMap<>();

  Roots(Knowledge knowledge, List<Claim> ordered) {
    this.knowledge = knowledge;
    this.actors = knowledge.actors();
    this.sources = knowledge.sources();
    this.copies = Copies.among(ordered);
    sources.list().forEach(s -> listed.add(s.id()));
    for (Claim claim : ordered) {
      Claim first = speakers.putIfAbsent(copies.witness(claim), claim);
      boolean attributed = claim.attribution().innermost().isPresent();
      if (first != null && attributed && first.attribution().innermost().isEmpty()) {
        speakers.put(copies.witness(claim), claim);
      }
    }
  }

  /** What all copies of a claim share. */
  String testimony(Claim claim) {
    return copies.witness(claim);
  }

  /** Whose word a claim is. */
  Root of(Claim claim) {
    String testimony = copies.witness(claim);
    Root known = roots.get(testimony);
    if (known == null) {
      known = root(speakers.getOrDefault(testimony, claim));
      roots.put(testimony, known);
    }
    return known;
  }

  private Root root(Claim claim) {
    Root made = claim.attribution().innermost().map(h -> holder(h, claim)).orElseGet(() -> publisher(claim));
    return found.computeIfAbsent(made.key(), k -> made);
  }

  private Root publisher(Claim claim) {
    if (claim.publisher().isEmpty()) {
      return new Root("@publisher", "publishers without a name", false, false, Optional.empty());
    }
    String name = claim.publisher().get();
    Optional<Source> source = byName.computeIfAbsent(name, this::source);
    return source.map(Roots::known).orElseGet(() -> new Root(name, name, true, false, Optional.empty()));
  }

  private Optional<Source> source(String publisher) {
    List<Source> named = sources.named(publisher).stream().distinct().toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private static Root known(Source source) {
    return new Root(source.id(), source.name(), true, true, source.actor());
  }

  private Root holder(Holder holder, Claim claim) {
    Optional<Source> source =
        holder.source().filter(listed::contains).flatMap(sources::find).or(() -> byName.computeIfAbsent(holder.name(), this::source));
    if (source.isPresent()) {
      return known(source.get());
    }
    Words words = Words.of(holder.surface());
    boolean unnamed = isUnnamed(words);
    Optional<String> party = holder.source().or(holder::actor);
    if (!unnamed && party.isPresent()) {
      String key = party.get();
      return sources.find(key).map(Roots::known).orElseGet(() -> new Root(key, holder.name(), true, false, party));
    }
    if (!unnamed) {
      return new Root(holder.key(), holder.name(), true, false, Optional.empty());
    }
    Optional<String> side = party.or(() -> party(words));
    return unnamed(side.isPresent() ? side : leaning(claim), claim);
  }

  private Root unnamed(Optional<String> side, Claim claim) {
    LocalDate day = claim.time().map(TimeWindow::start).or(claim::published).orElse(Actors.UNKNOWN_DAY);
    Optional<String> bloc = side.map(s -> actors.side(s, day));
    String of = bloc.flatMap(actors::find).map(Actor::name).or(() -> bloc).map(b -> ", on the side of " + b).orElse("");
    return new Root(UNNAMED + bloc.map(b -> "." + b).orElse(""), UNNAMED + of, false, side.isPresent(), side);
  }

  private Optional<String> leaning(Claim claim) {
    return claim.publisher().flatMap(name -> byName.computeIfAbsent(name, this::source)).flatMap(Source::actor);
  }

  /** "a source in the army": the party named among the words. */
  private Optional<String> party(Words words) {
    for (int i = 0; i < words.size(); i++) {
      Optional<Found<String>> name = actors.name(words, i);
      if (name.isPresent()) {
        return Optional.of(name.get().first());
      }
    }
    return Optional.empty();
  }

  /** Whether words tell of people or of hearsay, with no name of a person or body that the packs do not know. */
  private boolean isUnnamed(Words words) {
    boolean common = false;
    boolean name = false;
    int capitals = 0;
    int explained = 0;
    for (int i = 0; i < words.size(); i++) {
      common |= knowledge.reliabilityWeights().unnamed().contains(words.plain(i));
      explained = Math.max(explained, explainedTo(words, i));
      capitals = i >= explained && Character.isUpperCase(words.written(i).charAt(0)) ? capitals + 1 : 0;
      name |= capitals >= 2;
    }
    return common && !name;
  }

  private int explainedTo(Words words, int at) {
    int end = actors.name(words, at).map(Found::end).orElse(0);
    end = Math.max(end, actors.nation(words, at).map(Found::end).orElse(0));
    return Math.max(end, actors.people(words, at).map(Found::end).orElse(0));
  }
}
