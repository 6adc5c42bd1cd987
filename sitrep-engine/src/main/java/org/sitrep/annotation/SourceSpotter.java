package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Source;
import org.sitrep.knowledge.Found;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Sources;
import org.sitrep.knowledge.Words;
import org.sitrep.mention.Mention;
import org.sitrep.mention.Mention.Form;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * Finds those whose word may be reported: outlets, agencies and monitors by name; ministries, armies and officials of a
 * state or group ("a US official"); and people and bodies that speak without a name ("local sources", "activists").
 * Whether they do hold a claim is for coding to say.
 */
final class SourceSpotter implements Spotter {

  private final Knowledge knowledge;
  private final Sources sources;

  SourceSpotter(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.sources = knowledge.sources();
  }

  /** A stretch of words read as a source. */
  private record Reading(int end, Optional<String> id, Optional<Source.Kind> kind, boolean named) {}

  @Override
  public List<Mention.OfSource> spot(SyntaxTree tree, String text) {
    List<String> forms = new ArrayList<>(tree.size());
    for (int i = 0; i < tree.size(); i++) {
      forms.add(tree.form(i));
    }
    Words words = Words.of(forms);
    PartyReader parties = new PartyReader(knowledge.actors(), tree, words);
    List<Mention.OfSource> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Reading reading = read(at, words, tree, parties);
      if (reading == null) {
        at++;
        continue;
      }
      Mention.OfSource mention = mention(tree, text, words, at, reading, floor(found));
      found.add(mention);
      at = Math.max(words.first(mention.last() + 1), reading.end());
    }
    return found;
  }

  private static int floor(List<Mention.OfSource> found) {
    return found.isEmpty() ? 0 : found.getLast().last() + 1;
  }

  private @Nullable Reading read(int at, Words words, SyntaxTree tree, PartyReader parties) {
    Found<String> name = sources.name(words, at).orElse(null);
    Party party = parties.read(at);
    if (name != null && isName(at, name, words, tree) && (party == null || party.end() <= name.end())) {
      return named(name.end(), Optional.of(name.first()), true);
    }
    if (party != null && party.form() == Form.NAME && speaks(party.end() - 1, words, tree)) {
      return named(party.end(), party.ids().stream().findFirst(), true);
    }
    return sources
        .speaker(words, at)
        .filter(s -> isNoun(words.token(s.end() - 1), tree))
        .map(s -> described(s.end(), s.first(), words, tree))
        .orElse(null);
  }

  private Reading named(int end, Optional<String> id, boolean named) {
    return new Reading(end, id, id.flatMap(sources::find).map(Source::kind), named);
  }

  /** "the state news agency SANA" is one source; "local activists" has no name. */
  private Reading described(int end, Source.Kind kind, Words words, SyntaxTree tree) {
    if (end < words.size() && words.token(end) == words.token(end - 1) + 1) {
      Found<String> name = sources.name(words, end).orElse(null);
      if (name != null && isName(end, name, words, tree)) {
        return named(name.end(), Optional.of(name.first()), false);
      }
    }
    return new Reading(end, Optional.empty(), Optional.of(kind), false);
  }

  /** Whether a name of one word is one here: tagged as a name, or in capitals. */
  private boolean isName(int at, Found<String> name, Words words, SyntaxTree tree) {
    String written = words.written(at);
    boolean capitals = written.length() > 2 && written.chars().allMatch(Character::isUpperCase);
    Upos tag = tree.upos(words.token(at));
    return name.end() - at > 1 || capitals || tag == Upos.PROPN || tag == Upos.X || isLikeName(words.token(at), written, tree);
  }

  /** A name that the tagger took for a common noun: written as a name, inside the sentence or as the one who speaks. */
  private boolean isLikeName(int token, String written, SyntaxTree tree) {
    if (tree.upos(token) != Upos.NOUN || !Character.isUpperCase(written.charAt(0))) {
      return false;
    }
    int head = tree.head(token);
    boolean speaks = head >= 0 && tree.is(token, "nsubj") && isSaying(tree.lemma(head).toLowerCase(Locale.ROOT));
    return token > 0 && tree.upos(token - 1) != Upos.PUNCT || speaks;
  }

  private boolean isSaying(String verb) {
    return knowledge.lexicon().cue("attribution.inserted", verb) || knowledge.lexicon().cue("attribution.making", verb);
  }

  private static boolean isNoun(int token, SyntaxTree tree) {
    return tree.upos(token) == Upos.NOUN || tree.upos(token) == Upos.PROPN;
  }

  /** Whether the last word of a party is a noun for people or bodies that speak. */
  private boolean speaks(int last, Words words, SyntaxTree tree) {
    return isNoun(words.token(last), tree)
        && sources.speaker(words, last).filter(s -> s.end() == last + 1).isPresent();
  }

  private static Mention.OfSource mention(
      SyntaxTree tree, String text, Words words, int at, Reading reading, int floor) {
    int first = words.token(at);
    int last = words.token(reading.end() - 1);
    int head = Anchors.head(tree, first, last, last);
    if (!reading.named()) {
      while (first > floor && isDescribing(tree, first - 1, head)) {
        first--;
      }
    }
    Span span = tree.span(first).cover(tree.span(last));
    return new Mention.OfSource(span, first, last, head, span.of(text), reading.id(), reading.kind());
  }

  private static boolean isDescribing(SyntaxTree tree, int token, int head) {
    boolean inside = tree.head(token) == head || tree.head(token) > token && tree.head(token) <= head;
    boolean role = tree.is(token, "amod") || tree.is(token, "compound") || tree.is(token, "punct") && tree.form(token).equals("-");
    return inside && role;
  }
}
