package org.sitrep.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.annotation.PlaceNames.Name;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.PlaceWords;
import org.sitrep.knowledge.PlaceWords.Kind;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.Mention;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;
import org.sitrep.text.Span;

/**
 * Finds place names with the words that say what is named and where it lies. A name that the gazetteer
 * does not know is a mention without candidates where the words around it ask for a place.
 */
final class PlaceSpotter implements Spotter {

  private static final long LARGE = 100_000;

  private final Places places;
  private final PlaceWords words;
  private final PlaceNames names;
  private final Actors actors;

  PlaceSpotter(Knowledge knowledge) {
    this.actors = knowledge.actors();
    this.places = knowledge.places();
    this.words = places.words();
    this.names = new PlaceNames(places);
  }

  private record Draft(Name name, PlaceSetting setting) {}

  @Override
  public List<Mention.OfPlace> spot(SyntaxTree tree, String text) {
    Nations nations = new Nations(tree, actors);
    List<Draft> drafts = new ArrayList<>();
    int free = 0;
    for (Name name : names.find(tree, text, nations)) {
      PlaceSetting setting = new PlaceSetting(words, tree, nations, name.from(), name.to(), free);
      drafts.add(new Draft(name, setting));
      free = setting.to() + 1;
    }
    share(tree, drafts);
    List<Mention.OfPlace> mentions = new ArrayList<>();
    int done = -1;
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.name.from() > done && isPlace(tree, draft)) {
        int least = done + 1;
        int most = i + 1 < drafts.size() ? drafts.get(i + 1).name.from() - 1 : tree.size() - 1;
        Mention.OfPlace mention = mention(tree, text, draft, least, most);
        mentions.add(mention);
        done = mention.last();
      }
    }
    return mentions;
  }

  /** "The villages of A, B and C": what is said of one holds for those joined to it. */
  private void share(SyntaxTree tree, List<Draft> drafts) {
    for (int i = 1; i < drafts.size(); i++) {
      PlaceSetting before = drafts.get(i - 1).setting;
      PlaceSetting after = drafts.get(i).setting;
      if (!isJoined(tree, drafts.get(i - 1).name.to(), drafts.get(i).name.from())) {
        continue;
      }
      if (before.isPlural() && after.feature().isEmpty()) {
        before.feature().ifPresent(after::feature);
      }
      if (before.isBetween()) {
        after.between();
      }
    }
    for (int i = 1; i < drafts.size(); i++) {
      PlaceSetting after = drafts.get(i).setting;
      if (after.isLine() && isHyphened(tree, drafts.get(i - 1).name.to(), drafts.get(i).name.from())) {
        drafts.get(i - 1).setting.between();
        after.between();
      }
    }
    for (int i = drafts.size() - 1; i > 0; i--) {
      PlaceSetting before = drafts.get(i - 1).setting;
      PlaceSetting after = drafts.get(i).setting;
      if (after.isPlural() && before.feature().isEmpty()
          && isJoined(tree, drafts.get(i - 1).name.to(), drafts.get(i).name.from())) {
        after.feature().ifPresent(before::feature);
      }
    }
  }

  /** "The Homs - Palmyra road". */
  private static boolean isHyphened(SyntaxTree tree, int from, int to) {
    return to == from + 2 && Set.of("-", "–", "/").contains(tree.form(from + 1));
  }

  private static boolean isJoined(SyntaxTree tree, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      String form = tree.form(i);
      if (!form.equals(",") && !form.equals("and") && !form.equals("&") && !form.equals("or")
          && !form.equals("the")) {
        return false;
      }
    }
    return to > from + 1;
  }

  private boolean isPlace(SyntaxTree tree, Draft draft) {
    Name name = draft.name;
    boolean typed = draft.setting.feature().isPresent();
    boolean located = draft.setting.isLocated();
    if (isOther(tree, name, draft.setting)) {
      return false;
    }
    if (!name.isKnown()) {
      return isUnknownPlace(tree, name, draft.setting);
    }
    if (isAcronym(tree, name)) {
      return false;
    }
    if (isPartOfName(tree, name, draft.setting)) {
      return false;
    }
    if (typed || located) {
      return name.isExact() || typed || tree.upos(name.to()) == Upos.PROPN;
    }
    return standsAlone(tree, name);
  }

  /** Organisations, operations, persons with a title. */
  private boolean isOther(SyntaxTree tree, Name name, PlaceSetting setting) {
    for (int i = name.to() + 1; i <= name.runTo(); i++) {
      if (i > setting.to() && words.is(Kind.ORGANISATION, tree.form(i))) {
        return true;
      }
    }
    int before = name.from() - 1;
    return before >= 0
        && (words.is(Kind.TITLE, tree.form(before).replace(".", ""))
                && PlaceNames.isCapital(tree.form(before))
            || words.is(Kind.OPERATION, tree.form(before)))
        || isOperation(tree, name);
  }

  /** "Operation Olive Branch", "Operation \"Northern Arrows\"": the run of capitals is an operation's name. */
  private boolean isOperation(SyntaxTree tree, Name name) {
    int before = name.runFrom() - 1;
    if (words.is(Kind.OPERATION, tree.form(name.runFrom())) && name.from() > name.runFrom()) {
      return true;
    }
    while (before > 0 && "\"“'‘".contains(tree.form(before))) {
      before--;
    }
    return before >= 0 && words.is(Kind.OPERATION, tree.form(before)) && PlaceNames.isCapital(tree.form(before));
  }

  /** Whether capitalised words beside it, that no place word explains, make it part of another name. */
  private boolean isPartOfName(SyntaxTree tree, Name name, PlaceSetting setting) {
    Place first = name.candidates().getFirst().place();
    if (first.feature() == Feature.COUNTRY || first.population() >= LARGE && setting.isLocated()) {
      return false;
    }
    int after = name.to() + 1;
    if (after <= name.runTo() && after > setting.to() && tree.upos(after) == Upos.PROPN) {
      return true;
    }
    int before = name.from() - 1;
    return before >= name.runFrom() && before < setting.from() && tree.upos(before) == Upos.PROPN
        && !words.is(Kind.TYPE, tree.form(before));
  }

  private boolean isUnknownPlace(SyntaxTree tree, Name name, PlaceSetting setting) {
    if (tree.upos(name.to()) != Upos.PROPN || isShort(tree.form(name.from()))
        || isCommon(tree, name.from()) || isCommon(tree, name.to())) {
      return false;
    }
    if (setting.feature().isPresent()
        && setting.from() <= name.runFrom() && setting.to() >= name.runTo()) {
      return true;
    }
    if (name.to() > name.from() && words.is(Kind.HEAD, tree.form(name.from()))) {
      return words.feature(Kind.HEAD, tree.form(name.from())).isPresent() || setting.isLocated();
    }
    boolean whole = name.from() == name.runFrom() && name.to() == name.runTo();
    boolean full = tree.form(name.from()).length() > 3;
    if (whole && full && (isObject(tree, name, Kind.ENTERED) || isObject(tree, name, Kind.TAKEN) && isVillage(tree, name))) {
      return true;
    }
    return setting.isLocated() && setting.to() >= name.runTo() && setting.from() <= name.runFrom()
        && (isArticled(tree.form(name.from())) || isPut(tree, name));
  }

  /** Whether a village is written just so: what is taken is then no person. */
  private boolean isVillage(SyntaxTree tree, Name name) {
    StringBuilder written = new StringBuilder(tree.form(name.from()));
    for (int i = name.from() + 1; i <= name.to(); i++) {
      written.append(' ').append(tree.form(i));
    }
    return places.listVillages(written.toString()).stream().anyMatch(c -> Places.isAsWritten(c.step()));
  }

  /** "At Mamove", "near Liboi": a name that a preposition puts something at, and that is followed by no noun. */
  private boolean isPut(SyntaxTree tree, Name name) {
    int head = head(tree, name.from(), name.to());
    int preposition = tree.find(head, "case");
    return preposition >= 0 && preposition < name.from() && words.is(Kind.AT, tree.form(preposition))
        && tree.form(name.from()).length() > 3
        && (tree.is(head, "obl") || tree.is(head, "nmod") || tree.is(head, "conj"))
        && !words.is(Kind.NEVER, tree.form(name.to())) && !words.is(Kind.TITLE, tree.form(name.from()));
  }

  /** "shelled Mamove": the object of a verb that is done to places, or the last of several. */
  private boolean isObject(SyntaxTree tree, Name name, Kind kind) {
    int head = head(tree, name.from(), name.to());
    while (tree.is(head, "conj") && tree.head(head) >= 0) {
      head = tree.head(head);
    }
    int verb = tree.head(head);
    boolean object = tree.is(head, "obj") || tree.relation(head).equals("nsubj:pass");
    boolean people = tree.find(head, "det") >= 0; // "left the Greens"
    boolean done = object && !(people && !name.isKnown()) && isVerb(tree, verb, kind) || isTold(tree, head, kind);
    return done && !isCommon(tree, name.from());
  }

  /** "Mamove, which was shelled": no person is a "which". */
  private boolean isTold(SyntaxTree tree, int head, Kind kind) {
    for (int verb : tree.list(head, "acl")) {
      for (int d : tree.dependents(verb)) {
        boolean object = tree.is(d, "obj") || tree.relation(d).equals("nsubj:pass");
        if (object && tree.xpos(d).equals("WDT") && isVerb(tree, verb, kind)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isVerb(SyntaxTree tree, int token, Kind kind) {
    return token >= 0 && tree.upos(token) == Upos.VERB && words.is(kind, tree.lemma(token));
  }

  private boolean isCommon(SyntaxTree tree, int i) {
    return words.is(Kind.NEVER, tree.form(i)) && !words.is(Kind.HEAD, tree.form(i));
  }

  private boolean isArticled(String form) {
    int hyphen = form.indexOf('-');
    return words.is(Kind.ARTICLE, hyphen < 0 ? form : form.substring(0, hyphen));
  }

  /** Whether a name is a place with nothing around it that says so. */
  private boolean standsAlone(SyntaxTree tree, Name name) {
    Place first = name.candidates().getFirst().place();
    if (!name.isExact()) {
      if (isObject(tree, name, Kind.TAKEN) || isObject(tree, name, Kind.ENTERED)) {
        return tree.upos(name.to()) == Upos.PROPN && !isPersonal(tree, name);
      }
      if (name.to() > name.from() && words.is(Kind.HEAD, tree.form(name.from()))) {
        return tree.upos(name.to()) == Upos.PROPN;
      }
      boolean article = name.candidates().getFirst().step().equals(Places.ARTICLE);
      return (article || name.to() > name.from()) && tree.upos(name.to()) == Upos.PROPN
          && !isSubject(tree, name);
    }
    if (first.feature() == Feature.COUNTRY) {
      return true;
    }
    if (tree.upos(name.to()) != Upos.PROPN) {
      return false;
    }
    boolean done = isObject(tree, name, Kind.ENTERED) || isTold(tree, head(tree, name.from(), name.to()), Kind.TAKEN);
    return first.population() >= LARGE || first.feature() == Feature.REGION
        || name.to() > name.from() || done || !isSubject(tree, name);
  }

  /** A common given name. */
  private boolean isPersonal(SyntaxTree tree, Name name) {
    return name.from() == name.to() && words.is(Kind.NEVER, tree.form(name.from()));
  }

  /** A few capitals that name no country and stand in no headline of capitals. */
  private static boolean isAcronym(SyntaxTree tree, Name name) {
    Place first = name.candidates().getFirst().place();
    return name.from() == name.to() && isShort(tree.form(name.to()))
        && !(name.isExact()
            && (first.feature() == Feature.COUNTRY || first.population() > LARGE && isShouted(tree)));
  }

  private static boolean isShouted(SyntaxTree tree) {
    int capitals = 0;
    for (int i = 0; i < tree.size(); i++) {
      capitals += tree.form(i).equals(tree.form(i).toUpperCase(Locale.ROOT)) ? 1 : 0;
    }
    return capitals * 3 > tree.size() * 2;
  }

  private static boolean isShort(String form) {
    return form.length() <= 5 && form.chars().allMatch(c -> Character.isUpperCase(c) || c == '.');
  }

  private static boolean isSubject(SyntaxTree tree, Name name) {
    int head = head(tree, name.from(), name.to());
    return tree.is(head, "nsubj") || tree.is(head, "nmod:poss") || tree.is(head, "appos")
        || tree.is(head, "vocative");
  }

  private Mention.OfPlace mention(SyntaxTree tree, String text, Draft draft, int least, int most) {
    Name name = draft.name;
    int from = Math.max(least, Math.min(draft.setting.from(), name.from()));
    int to = Math.max(name.to(), Math.min(most, draft.setting.to()));
    Span span = new Span(tree.start(from), tree.end(to));
    Optional<Feature> wanted = draft.setting.feature();
    if (wanted.isEmpty()) {
      wanted = words.feature(Kind.HEAD, tree.form(name.from()));
    }
    List<Candidate> candidates =
        name.isKnown() ? name.candidates() : places.listMisspelt(surfaceName(tree, text, name));
    return new Mention.OfPlace(
        span, from, to, head(tree, from, to), span.of(text),
        surfaceName(tree, text, name),
        wanted, draft.setting.relation(), candidates);
  }

  private static String surfaceName(SyntaxTree tree, String text, Name name) {
    int from = tree.start(name.from());
    return text.substring(text.charAt(from) == '#' ? from + 1 : from, tree.end(name.to()));
  }

  /** The token of a stretch that hangs outside it; the last one of several. */
  private static int head(SyntaxTree tree, int from, int to) {
    int found = to;
    for (int i = from; i <= to; i++) {
      int head = tree.head(i);
      if (head < from || head > to) {
        found = i;
        if (!tree.is(i, "case") && !tree.is(i, "punct") && !tree.is(i, "det")) {
          return i;
        }
      }
    }
    return found;
  }
}
