package org.sitrep.knowledge;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Interest;
import org.sitrep.entity.Actor;
import org.sitrep.entity.Source;

/**
 * Those whose word is reported, under all their names: rows of {@code sources.csv}, and every party of {@link Actors},
 * which speaks for itself. Immutable and thread-safe.
 */
public final class Sources {

  private final Map<String, Source> byId = new LinkedHashMap<>();
  private final Map<String, String> byHost = new HashMap<>();
  private final NameTrie<String> names = new NameTrie<>();
  private final NameTrie<Source.Kind> speakers = new NameTrie<>();
  private final Actors actors;

  private Sources(List<Path> packs, Actors actors) {
    this.actors = actors;
    for (Path pack : packs) {
      Roles.rows(pack, "sources.csv").forEach(this::read);
      for (Csv.Row row : Roles.rows(pack, "speakers.csv")) {
        Roles.forms(row.require("words")).forEach(form -> speakers.put(form, kind(row)));
      }
    }
  }

  static Sources load(List<Path> packs, Actors actors) {
    return new Sources(packs, actors);
  }

  private void read(Csv.Row row) {
    String id = row.require("id");
    String name = row.require("name");
    Optional<String> actor = Optional.of(row.get("actor")).filter(a -> !a.isEmpty());
    if (actor.isPresent() && actors.find(actor.get()).isEmpty()) {
      throw row.error("no actor \"" + actor.get() + "\"; add it to actors/*.csv");
    }
    byId.putIfAbsent(id, new Source(id, name, kind(row), actor));
    names.put(name, id);
    String host = row.get("host");
    if (!host.isEmpty()) {
      byHost.put(host, id);
    }
  }

  private static Source.Kind kind(Csv.Row row) {
    try {
      return Source.Kind.valueOf(row.require("kind").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw row.error("no kind of source: " + row.get("kind"));
    }
  }

  /** The source with an id. A party's id is the id of the party as a source. */
  public Optional<Source> find(String id) {
    Source listed = byId.get(id);
    return listed != null ? Optional.of(listed) : actors.find(id).map(Sources::of);
  }

  private static Source of(Actor actor) {
    Source.Kind kind =
        switch (actor.kind()) {
          case STATE, FORCE, COALITION -> Source.Kind.OFFICIAL;
          case GROUP, MILITIA -> Source.Kind.PARTY_MEDIA;
          case BODY -> Source.Kind.BODY;
          case CIVILIANS, FIGHTERS -> Source.Kind.WITNESS;
        };
    return new Source(actor.id(), actor.name(), kind, Optional.of(actor.id()));
  }

  /** All sources that a text may name. */
  public List<Source> named(String text) {
    return names.exactly(Words.of(text)).stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** The sources with the longest name that starts at a word. */
  public Optional<Found<String>> name(Words words, int at) {
    return Optional.ofNullable(names.longest(words, at));
  }

  /** The common noun for people or bodies that speak, at a word ("activists"). */
  public Optional<Found<Source.Kind>> speaker(Words words, int at) {
    return Optional.ofNullable(speakers.longest(words, at));
  }

  /** The source that publishes at an address, by the longest listed end of its host. */
  public Optional<Source> ofHost(String host) {
    String rest = host.toLowerCase(Locale.ROOT);
    while (true) {
      String id = byHost.get(rest);
      if (id != null) {
        return find(id);
      }
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      rest = rest.substring(dot + 1);
    }
  }

  /** The party whose voice a source is or whom it favours, where the packs name one. */
  public Optional<Actor> speaksFor(String source) {
    return find(source).flatMap(Source::actor).flatMap(actors::find);
  }

  /**
   * What a source stands to gain from a claim.
   *
   * @param source id of a source or party
   * @param beneficiary id of the party that the claim favours
   * @param day of the claim, where it is known; else only what no tie of any time contradicts counts
   */
  public Interest interest(String source, String beneficiary, Optional<LocalDate> day) {
    return speaksFor(source)
        .map(actor -> day.map(d -> actors.interest(actor.id(), beneficiary, d)).orElseGet(() -> actors.interest(actor.id(), beneficiary)))
        .orElse(Interest.NEUTRAL);
  }

  /** All listed sources, in the order of the packs. */
  public List<Source> list() {
    return List.copyOf(byId.values());
  }
}
