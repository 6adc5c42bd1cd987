package org.sitrep.coding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.entity.Actor;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Mention;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/** One sentence as the coder sees it: its tree, and what each of its words stands for. */
final class Words {

  private static final Set<String> PARTY_PRONOUNS =
      Set.of("it", "they", "he", "she", "we", "i", "who", "which", "that", "them", "him", "her");

  private static final Set<Actor.Kind> IRREGULAR = Set.of(Actor.Kind.GROUP, Actor.Kind.MILITIA, Actor.Kind.FIGHTERS);

  final int index;
  final AnnotatedSentence sentence;
  final SyntaxTree tree;
  final ResolvedArticle article;
  final Lexicon lexicon;
  private final String[] lemmas;
  private final String[] lowers;
  private final Mention.OfActor[] actors;
  private final Mention.OfPlace[] places;
  private final Mention.OfSource[] sources;
  private final boolean[] times;

  Words(int index, AnnotatedSentence sentence, ResolvedArticle article, Lexicon lexicon) {
    this.index = index;
    this.sentence = sentence;
    this.tree = sentence.tree();
    this.article = article;
    this.lexicon = lexicon;
    int n = tree.size();
    this.lemmas = new String[n];
    this.lowers = new String[n];
    for (int i = 0; i < n; i++) {
      lemmas[i] = singular(tree.lemma(i).toLowerCase(Locale.ROOT));
      lowers[i] = tree.form(i).toLowerCase(Locale.ROOT);
    }
    this.actors = new Mention.OfActor[n];
    this.places = new Mention.OfPlace[n];
    this.sources = new Mention.OfSource[n];
    this.times = new boolean[n];
    for (Mention mention : sentence.mentions()) {
      for (int i = mention.first(); i <= mention.last() && i < n; i++) {
        switch (mention) {
          case Mention.OfActor a -> {
            if (!isOpen(a)) {
              actors[i] = a;
            }
          }
          case Mention.OfPlace p -> places[i] = p;
          case Mention.OfSource s -> sources[i] = s;
          case Mention.OfTime t -> times[i] = true;
          case Mention.OfCount c -> {}
        }
      }
    }
  }

  /** "Su-24s": types of weapons that end in a number. */
  private static String singular(String lemma) {
    int last = lemma.length() - 1;
    return last > 1 && lemma.charAt(last) == 's' && Character.isDigit(lemma.charAt(last - 1)) && !Character.isDigit(lemma.charAt(0))
        ? lemma.substring(0, last)
        : lemma;
  }

  /** Whether a mention is a pronoun that stands for nobody known. */
  private boolean isOpen(Mention.OfActor mention) {
    return tree.upos(mention.head()) == Upos.PRON && !article.actors().containsKey(mention);
  }

  String lemma(int token) {
    return lemmas[token];
  }

  String lower(int token) {
    return lowers[token];
  }

  boolean cue(String list, int token) {
    Set<String> cues = lexicon.cues(list);
    return cues.contains(lemmas[token]) || cues.contains(lowers[token]);
  }

  String text(Span span) {
    return span.of(article.annotated().article().text());
  }

  Optional<Mention.OfActor> actorAt(int token) {
    return Optional.ofNullable(actors[token]);
  }

  Optional<Mention.OfPlace> placeAt(int token) {
    return Optional.ofNullable(places[token]);
  }

  Optional<Mention.OfSource> sourceAt(int token) {
    return Optional.ofNullable(sources[token]);
  }

  boolean isTime(int token) {
    return times[token];
  }

  /** Whether an adverb of the verb says that it is done again and again. */
  boolean isHabit(int verb) {
    return tree.list(verb, "advmod").stream().anyMatch(d -> cue("grammar.habitual", d));
  }

  boolean isVerb(int token) {
    return tree.upos(token) == Upos.VERB || (tree.upos(token) == Upos.AUX && tree.is(token, "root"));
  }

  boolean isNoun(int token) {
    Upos tag = tree.upos(token);
    return tag == Upos.NOUN || tag == Upos.PROPN;
  }

  boolean isPronoun(int token) {
    return tree.upos(token) == Upos.PRON;
  }

  /** Whether a phrase by its head belongs to one of the classes; true where none is asked for. */
  boolean is(int token, Set<String> classes) {
    if (classes.isEmpty()) {
      return true;
    }
    for (String name : classes) {
      if (is(token, name)) {
        return true;
      }
    }
    return false;
  }

  boolean is(int phrase, String name) {
    int token = core(phrase);
    if (times[token]) {
      return false;
    }
    return switch (name) {
      case "any" -> true;
      case "named-place" -> isNamedPlace(token);
      case "ground" -> isNoun(token) && !isNamedPlace(token) && lexicon.is(lemmas[token], "ground");
      case "place" -> isNamedPlace(token) || (isNoun(token) && lexicon.is(lemmas[token], "place") && !namesParty(token));
      case "party" -> isParty(token);
      case "armed" -> isParty(token) && !isUnarmed(token);
      case "irregular" -> isIrregular(token);
      case "people" -> isParty(token) || isCivilian(token) || isNumber(token) || isPerson(token) || isIndefinite(token);
      case "person" -> is(phrase, "people") || meansPerson(token) || meansPerson(phrase);
      case "civilians" -> isCivilian(token);
      default -> isOfList(token, name);
    };
  }

  /** "another was injured": somebody, where the word stands alone. */
  boolean isIndefinite(int token) {
    Upos tag = tree.upos(token);
    return (tag == Upos.DET || tag == Upos.ADJ || tag == Upos.PRON || tag == Upos.NOUN) && lexicon.cue("grammar.indefinite", lower(token))
        && (tree.is(token, "nsubj") || tree.is(token, "obj") || tree.is(token, "conj"));
  }

  private boolean meansPerson(int token) {
    boolean counted = sentence.list(Mention.OfCount.class).stream()
        .anyMatch(c -> c.last() == token && (c.unit().isEmpty() || c.unit().equals("other"))); // "five more"
    return counted || (isNoun(token) || isPronoun(token)) && places[token] == null && lexicon.isPerson(lemmas[token]);
  }

  /** A number that may count people; no time of day. */
  private boolean isNumber(int token) {
    return tree.upos(token) == Upos.NUM && tree.form(token).indexOf(':') < 0;
  }

  /** What a phrase is about where its head only counts: "dozens of rebels", "one of the men". */
  int core(int token) {
    int at = token;
    for (int i = 0; i < 3 && (tree.upos(at) == Upos.NUM || lexicon.cue("grammar.partitive", lemmas[at])); i++) {
      int next = -1;
      for (int d : tree.dependents(at)) {
        boolean counted = hasCase(d, Set.of("of")) || hasCase(d, Set.of("from")) && !isNamedPlace(d);
        if (d > at && tree.is(d, "nmod") && counted) {
          next = d;
          break;
        }
      }
      if (next < 0) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private boolean isOfList(int token, String name) {
    if (lexicon.is(lemmas[token], name) || lexicon.is(lower(token), name)) {
      return true;
    }
    if (name.equals("weapon") && lemmas[token].chars().anyMatch(Character::isDigit) && lexicon.means(lemmas[token]).isPresent()) {
      return true; // "Su-24"
    }
    if (name.equals("force") && isParty(token) && !isPronoun(token) && namesParty(token)) {
      return true;
    }
    for (int d : tree.dependents(token)) {
      if (tree.is(d, "compound") && lexicon.is(lemmas[d] + " " + lemmas[token], name)) {
        return true;
      }
    }
    return false;
  }

  boolean isNamedPlace(int token) {
    boolean source = sources[token] != null && sources[token].id().isPresent();
    return places[token] != null && !source && (actors[token] == null || places[token].head() == token && actors[token].form() == Mention.Form.DEMONYM);
  }

  /** Whether the phrase is headed by a party's name or by a noun that a party mention covers. */
  boolean namesParty(int token) {
    Mention.OfActor actor = actors[token];
    return actor != null && actor.head() == token && !isCivilianKind(actor);
  }

  boolean isParty(int token) {
    if (namesParty(token)) {
      return true;
    }
    if (actors[token] != null && isCivilianKind(actors[token])) {
      return false;
    }
    if (isPronoun(token)) {
      return PARTY_PRONOUNS.contains(lemmas[token]);
    }
    if (isNamedPlace(token)) {
      return false;
    }
    boolean argument = tree.is(token, "nsubj") || tree.is(token, "obj") || tree.is(token, "obl");
    if (tree.upos(token) == Upos.NOUN || tree.upos(token) == Upos.PROPN || argument) {
      return lexicon.is(lemmas[token], "fighter") || lexicon.is(lemmas[token], "official") || sources[token] != null || isPerson(token);
    }
    return false;
  }

  boolean isCivilian(int token) {
    if (actors[token] != null && actors[token].head() == token) {
      return isCivilianKind(actors[token]);
    }
    return lexicon.is(lemmas[token], "civilian") || lexicon.is(lower(token), "civilian");
  }

  /** Groups and militias, by name or as "militants". */
  private boolean isIrregular(int token) {
    Actor actor = namesParty(token) ? article.actors().get(actors[token]) : null;
    return actor != null && IRREGULAR.contains(actor.kind());
  }

  /** Ministers, ministries, envoys: parties that do not fight. */
  private boolean isUnarmed(int token) {
    Mention.OfActor own = actors[token] != null && actors[token].head() == token ? actors[token] : null;
    Actor actor = own == null ? null : article.actors().get(own);
    if (actor != null) {
      return actor.kind() == Actor.Kind.BODY;
    }
    return lexicon.is(lemmas[token], "official") && !lexicon.is(lemmas[token], "fighter");
  }

  private boolean isCivilianKind(Mention.OfActor mention) {
    Actor actor = article.actors().get(mention);
    return actor != null && actor.kind() == Actor.Kind.CIVILIANS;
  }

  /** A proper name that is neither place nor known party: most likely a person. */
  boolean isPerson(int token) {
    return tree.upos(token) == Upos.PROPN && places[token] == null && lexicon.means(lemmas[token]).isEmpty();
  }

  /** A singular noun or name that stands for many: "the group", "the army", a party's name. */
  boolean namesGroup(int token) {
    return lexicon.is(lemmas[token], "group") || (tree.upos(token) == Upos.PROPN && namesParty(token) && !isRank(token));
  }

  /** A person by rank or office. */
  boolean isRank(int token) {
    return lexicon.is(lemmas[token], "rank");
  }

  /** Tokens joined to {@code token} by coordination, itself first; owners that share its noun stand before it, as written. */
  List<Integer> coordinated(int token) {
    return Coordination.list(this, token);
  }

  /** The noun phrase headed by {@code token}, without clauses, coordinated phrases and final marks. */
  Span phrase(int token) {
    int[] bounds = {token, token};
    widen(token, bounds, true);
    return new Span(tree.start(bounds[0]), tree.end(bounds[1]));
  }

  private void widen(int token, int[] bounds, boolean top) {
    for (int d : tree.dependents(token)) {
      String relation = tree.relation(d);
      if (tree.is(d, "acl")
          || tree.is(d, "conj")
          || tree.is(d, "cc")
          || tree.is(d, "parataxis")
          || tree.is(d, "advcl")
          || tree.is(d, "nsubj")
          || tree.is(d, "cop")
          || tree.is(d, "aux")
          || tree.is(d, "ccomp")
          || tree.is(d, "punct")
          || tree.is(d, "obl")
          || tree.is(d, "advmod") && d > token
          || tree.is(d, "mark")
          || (top && relation.equals("case"))
          || relation.equals("discourse")) {
        continue;
      }
      if (tree.is(d, "appos") && d - token > 6) {
        continue;
      }
      bounds[0] = Math.min(bounds[0], d);
      bounds[1] = Math.max(bounds[1], d);
      widen(d, bounds, false);
    }
  }

  /** The phrase's words without a leading article. */
  String surface(int token) {
    return Wording.bare(text(phrase(token)));
  }

  /** A phrase as a description of whom or what it names: without articles, counts, and what follows but "of". */
  String described(int token) {
    int first = token;
    int last = token;
    for (int d : tree.dependents(token)) {
      boolean before = d < token && (tree.is(d, "compound") || tree.is(d, "amod") || tree.is(d, "flat") || tree.is(d, "nmod:poss"));
      boolean after = d > token && (tree.is(d, "flat") || tree.is(d, "compound") || tree.is(d, "nmod") && hasCase(d, Set.of("of"))
          || tree.is(d, "appos") && d - token <= 3 && tree.upos(d) == Upos.PROPN);
      if (before || after) {
        int[] bounds = {d, d};
        widen(d, bounds, false);
        first = Math.min(first, bounds[0]);
        last = Math.max(last, bounds[1]);
      }
    }
    return Wording.bare(text(new Span(tree.start(first), tree.end(last))));
  }

  boolean hasCase(int token, Set<String> cases) {
    for (int d : tree.dependents(token)) {
      if (tree.is(d, "case") && cases.contains(lower(d))) {
        return true;
      }
    }
    return false;
  }

  /** The prepositions before a phrase, joined ("out of"); empty where there is none. */
  String preposition(int token) {
    StringBuilder joined = new StringBuilder();
    for (int d : tree.dependents(token)) {
      if (tree.is(d, "case") && d < token && !lower(d).startsWith("'") && !lower(d).startsWith("’")) {
        if (!joined.isEmpty()) {
          joined.append(' ');
        }
        joined.append(lower(d));
        for (int f : tree.list(d, "fixed")) {
          joined.append(' ').append(lower(f));
        }
      }
    }
    return joined.toString();
  }
}
