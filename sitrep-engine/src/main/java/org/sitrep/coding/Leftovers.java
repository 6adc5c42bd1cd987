package org.sitrep.coding;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Participant;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention;
import org.sitrep.mention.Upos;

/** Notes parties, places, times and counts of a sentence that none of its claims took. */
final class Leftovers {

  private final Words words;
  private final List<Draft> own;
  private final Trail trail;

  private Leftovers(Words words, List<Draft> own, Trail trail) {
    this.words = words;
    this.own = own;
    this.trail = trail;
  }

  /** Of one sentence, given all claims of the text. */
  static void note(Words words, List<Draft> kept, Trail trail) {
    Leftovers leftovers = new Leftovers(words, kept.stream().filter(d -> d.words() == words).toList(), trail);
    words.sentence.mentions().forEach(leftovers::note);
  }

  private void note(Mention mention) {
    switch (mention) {
      case Mention.OfActor actor when words.tree.upos(actor.head()) != Upos.PRON -> actor(actor);
      case Mention.OfPlace place -> place(place);
      case Mention.OfTime time -> time(time);
      case Mention.OfCount count -> count(count);
      default -> {}
    }
  }

  private void actor(Mention.OfActor mention) {
    boolean party = parties().anyMatch(p -> p.surface().contains(mention.surface()) || mention.surface().contains(p.surface()));
    boolean holder = own.stream().flatMap(d -> d.attribution.chain().stream())
        .anyMatch(h -> h.span().filter(s -> s.start() < mention.span().end() && mention.span().start() < s.end()).isPresent());
    if (!party && !holder) {
      trail.drop(mention.span(), "party", own.isEmpty() ? "no claim to be a party to" : "neither does, suffers nor tells what is claimed");
    }
  }

  private Stream<Participant> parties() {
    return own.stream().flatMap(d -> Stream.concat(d.actors.stream(), d.targets.stream()));
  }

  private void place(Mention.OfPlace mention) {
    Location location = words.article.places().get(mention);
    if (location == null) {
      trail.drop(mention.span(), "place", "part of a larger name, or no place after all");
    } else if (own.stream().flatMap(d -> d.places.stream()).noneMatch(p -> p.name().equals(location.name()))) {
      trail.drop(mention.span(), "place", own.isEmpty() ? "no claim to take place there" : "another phrase says where, or none of the claims happened there");
    }
  }

  private void time(Mention.OfTime mention) {
    Object window = words.article.times().get(mention);
    if (words.article.noDays().contains(mention)) {
      trail.drop(mention.span(), "time", "no day of the calendar");
    } else if (window == null) {
      trail.drop(mention.span(), "time", "no day to reckon it from: the document's date is not known");
    } else if (own.stream().noneMatch(d -> Objects.equals(d.time, window))) {
      trail.drop(mention.span(), "time", own.isEmpty() ? "no claim to date" : "dates none of the claims");
    }
  }

  private void count(Mention.OfCount mention) {
    boolean taken = own.stream().flatMap(d -> d.casualties.stream()).map(Casualties::low).anyMatch(low -> low == mention.low());
    if (!taken) {
      trail.drop(mention.span(), "count", "counts nobody killed, wounded, captured or displaced in a claim");
    }
  }
}
