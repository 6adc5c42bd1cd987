package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Found;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.knowledge.Sources;
import org.sitrep.knowledge.Words;
import org.sitrep.mention.Mention;
import org.sitrep.mention.Mention.Form;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * Finds parties: names in all their spellings, adjectives of nationality, persons who act for a party, common nouns, names
 * that no pack knows but that have the shape of an armed group's, and pronouns that may stand for one. States count
 * where they act, speak or suffer, not where they are a place.
 */
final class ActorSpotter implements Spotter {

  private static final Set<String> PRONOUNS = Set.of("they", "them", "their", "it", "its");
  private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");

  private final Actors actors;
  private final Sources sources;
  private final Lexicon lexicon;

  ActorSpotter(Knowledge knowledge) {
    actors = knowledge.actors();
    sources = knowledge.sources();
    lexicon = knowledge.lexicon();
  }

  @Override
  public List<Mention.OfActor> spot(SyntaxTree tree, String text) {
    List<String> forms = new ArrayList<>(tree.size());
    for (int i = 0; i < tree.size(); i++) {
      forms.add(tree.form(i));
    }
    Words words = Words.of(forms);
    PartyReader reader = new PartyReader(actors, tree, words);
    ShapeReader shapes = new ShapeReader(actors, tree, words);
    PersonReader persons = new PersonReader(actors, tree, words);
    SharedNoun sharing = new SharedNoun(actors, tree, words, reader);
    PlaceSense places = new PlaceSense(actors, lexicon, tree);
    List<Mention.OfActor> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Party party = sharing.read(at);
      if (party == null) {
        party = best(words, at, reader, shapes, persons);
      }
      if (party == null) {
        party = seat(words, at, places);
      }
      if (party == null) {
        pronoun(tree, words.token(at), text, found);
        at++;
        continue;
      }
      int source = source(words, at);
      if (source > party.end()) {
        at = source;
        continue;
      }
      Mention.OfActor mention = mention(tree, text, words, at, party, floor(found));
      boolean other = isOpposed(words, at) || isGivenName(tree, words, at, party);
      if (!other && !places.isPlace(mention) && !isVague(tree, mention)) {
        found.add(mention);
      }
      at = Math.max(words.first(mention.last() + 1), party.end());
    }
    return Parentheses.join(found, tree, text);
  }

  private @Nullable Party best(
      Words words, int at, PartyReader reader, ShapeReader shapes, PersonReader persons) {
    Party person = persons.read(at);
    if (person != null) {
      return person;
    }
    Party party = reader.read(at);
    Party unknown = shapes.read(at, party, reader);
    return unknown != null ? unknown : party;
  }

  private static int floor(List<Mention.OfActor> found) {
    return found.isEmpty() ? 0 : found.getLast().last() + 1;
  }

  /** One past the last word of a source's name of several words that starts here; 0 where none does. */
  private int source(Words words, int at) {
    return sources.name(words, at).filter(s -> s.end() - at > 1).map(Found::end).orElse(0);
  }

  /** "anti-group": the party is not the doer of what follows. */
  private static boolean isOpposed(Words words, int at) {
    return at > 0 && words.plain(at - 1).equals("anti");
  }

  /** "Colonel Jordan Hayes": between a rank or office and another name, a country's name is a person's. */
  private boolean isGivenName(SyntaxTree tree, Words words, int at, Party party) {
    int token = words.token(at);
    int next = party.end() < words.size() ? words.token(party.end()) : -1;
    boolean one = party.end() == at + 1 && at > 0 && !party.ids().isEmpty() && actors.isState(party.ids().getFirst());
    boolean named = next == token + 1 && tree.upos(next) == Upos.PROPN && Character.isLetter(tree.form(next).charAt(0));
    boolean titled = one && words.token(at - 1) == token - 1 && isTitle(tree, words, at - 1);
    return titled && named && actors.nation(words, at).isEmpty();
  }

  private boolean isTitle(SyntaxTree tree, Words words, int at) {
    String lemma = tree.lemma(words.token(at)).toLowerCase(Locale.ROOT);
    return actors.roles().rank(words, at).isPresent() || lexicon.is(lemma, "rank") || lexicon.is(lemma, "official");
  }

  /** A seat of government that acts. */
  private @Nullable Party seat(Words words, int at, PlaceSense places) {
    return actors
        .seat(words, at)
        .filter(seat -> places.isGovernment(words.token(seat.end() - 1)))
        .map(seat -> new Party(seat.end(), seat.values(), Form.NAME))
        .orElse(null);
  }

  private Mention.OfActor mention(
      SyntaxTree tree, String text, Words words, int at, Party party, int floor) {
    int first = words.token(at);
    int last = words.token(party.end() - 1);
    if (party.form() == Form.DESCRIPTION || party.form() == Form.NAME) {
      last = possessed(tree, words, party, last);
    }
    int head = Anchors.head(tree, first, last, last);
    if (party.form() == Form.DESCRIPTION) {
      first = modifiers(tree, first, head, floor);
    }
    Span span = tree.span(first).cover(tree.span(last));
    return new Mention.OfActor(span, first, last, head, span.of(text), party.ids(), party.form());
  }

  /** A possessive ending that the words took in belongs to the phrase after it. */
  private static int possessed(SyntaxTree tree, Words words, Party party, int last) {
    return words.isPossessive(party.end() - 1) && last > 0 && tree.is(last, "case") ? last - 1 : last;
  }

  /** The first adjective of the phrase that says what sort of people they are. */
  private int modifiers(SyntaxTree tree, int first, int head, int floor) {
    int at = first;
    while (at > floor && isDescribing(tree, at - 1, head)) {
      at--;
    }
    return at;
  }

  private boolean isDescribing(SyntaxTree tree, int token, int head) {
    boolean own = tree.head(token) == head || tree.head(token) > token && tree.head(token) <= head;
    boolean word = tree.upos(token) == Upos.ADJ && !tree.xpos(token).equals("JJS");
    boolean role = tree.is(token, "amod") || tree.is(token, "compound");
    return own && word && role && !lexicon.cue("states.weightless", tree.lemma(token).toLowerCase(Locale.ROOT));
  }

  /** A pointing noun without "the" or "this" before it names nobody. */
  private static boolean isVague(SyntaxTree tree, Mention.OfActor mention) {
    if (mention.form() != Form.DESCRIPTION || !mention.ids().isEmpty()) {
      return false;
    }
    int article = tree.find(mention.head(), "det");
    return article < 0 || !DEFINITE.contains(tree.lemma(article));
  }

  private static void pronoun(SyntaxTree tree, int token, String text, List<Mention.OfActor> found) {
    String lower = tree.form(token).toLowerCase(Locale.ROOT);
    if (tree.upos(token) == Upos.PRON && PRONOUNS.contains(lower) && !tree.is(token, "expl")) {
      Span span = tree.span(token);
      found.add(new Mention.OfActor(span, token, token, token, span.of(text), List.of(), Form.DESCRIPTION));
    }
  }
}
