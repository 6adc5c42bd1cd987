package org.sitrep.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.claim.Claim;
import org.sitrep.entity.Actor;
import org.sitrep.entity.Source;
import org.sitrep.source.Root;
import org.sitrep.time.TimeWindow;

/**
 * Finds whose word a claim is, taken by itself: that of its innermost holder, else of its publisher, under whatever name.
 * Who is named by nobody is one root for each bloc. Copies are the business of those who have all claims. Immutable and
 * thread-safe.
 */
public final class RootFinder {

  private final Actors actors;
  private final Sources sources;
  private final Set<String> unnamedWords;
  /** Ids that stand in sources.csv; every party is a source beside them. */
  private final Set<String> listed;

  /** Finds roots by the sources, parties and words of {@code knowledge}. */
  public RootFinder(Knowledge knowledge) {
    this.actors = knowledge.actors();
    this.sources = knowledge.sources();
    this.unnamedWords = knowledge.reliabilityWeights().unnamed();
    this.listed = sources.list().stream().map(Source::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Whose word a claim is. */
  public Root of(Claim claim) {
    return claim.attribution().innermost().map(h -> holder(h, claim)).orElseGet(() -> publisher(claim.publisher()));
  }

  /** The root of what a publisher says in its own words; all that bear no name are one. */
  public Root publisher(Optional<String> publisher) {
    if (publisher.isEmpty()) {
      return new Root(Root.NAMELESS_PUBLISHER, "publishers without a name", false, false, Optional.empty());
    }
    String name = publisher.get();
    return source(name).map(RootFinder::known).orElseGet(() -> new Root(name, name, true, false, Optional.empty()));
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
        holder.source().filter(listed::contains).flatMap(sources::find).or(() -> source(holder.name()));
    if (source.isPresent()) {
      return known(source.get());
    }
    Words words = Words.of(holder.surface());
    boolean unnamed = isUnnamed(words);
    Optional<String> party = holder.source().or(holder::actor);
    if (!unnamed && party.isPresent()) {
      String key = party.get();
      return sources.find(key).map(RootFinder::known).orElseGet(() -> new Root(key, holder.name(), true, false, party));
    }
    if (!unnamed) {
      return new Root(holder.key(), holder.name(), true, false, Optional.empty());
    }
    Optional<String> side = party.or(() -> party(words));
    return nobody(side.isPresent() ? side : leaning(claim), claim);
  }

  private Root nobody(Optional<String> side, Claim claim) {
    LocalDate day = claim.time().map(TimeWindow::start).or(claim::published).orElse(Actors.UNKNOWN_DAY);
    Optional<String> bloc = side.map(s -> actors.side(s, day));
    String of = bloc.flatMap(actors::find).map(Actor::name).or(() -> bloc).map(b -> ", on the side of " + b).orElse("");
    return new Root(Root.UNNAMED + bloc.map(b -> "." + b).orElse(""), Root.UNNAMED + of, false, side.isPresent(), side);
  }

  private Optional<String> leaning(Claim claim) {
    return claim.publisher().flatMap(this::source).flatMap(Source::actor);
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
      common |= unnamedWords.contains(words.plain(i));
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
