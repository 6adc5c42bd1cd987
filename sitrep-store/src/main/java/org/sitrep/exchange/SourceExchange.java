package org.sitrep.exchange;

import org.sitrep.event.Ruling;
import org.sitrep.source.Cell;
import org.sitrep.source.Judgement;
import org.sitrep.source.Resolved;
import org.sitrep.source.Root;
import org.sitrep.source.SourceRecord;
import org.sitrep.source.Support;
import org.sitrep.source.Word;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes sources, grades and rulings as JSON objects. Thread-safe. */
public final class SourceExchange {

  private SourceExchange() {}

  /**
   * A source.
   *
   * @param settled whether the settled claims are listed
   */
  public static ObjectNode source(SourceRecord source, boolean settled) {
    ObjectNode out = Exchange.object().put("source", source.root().key());
    root(out, source.root());
    source.kind().ifPresent(k -> out.put("kind", Exchange.name(k)));
    out.put("claims", source.claims()).put("testimonies", source.testimonies());
    out.set("overall", cell(source.overall(), false));
    ArrayNode byInterest = out.putArray("by_interest");
    source.byInterest().forEach(c -> byInterest.add(cell(c, false)));
    ArrayNode cells = out.putArray("cells");
    source.cells().forEach(c -> cells.add(cell(c, settled)));
    source.ruling().ifPresent(r -> out.set("ruling", ruling(r)));
    return out;
  }

  private static void root(ObjectNode out, Root root) {
    out.put("name", root.name()).put("named", root.named()).put("known", root.known());
    root.leaning().ifPresent(l -> out.put("leaning", l));
  }

  private static ObjectNode cell(Cell cell, boolean settled) {
    ObjectNode out = Exchange.object();
    out.remove("schema_version");
    cell.claimClass().ifPresent(c -> out.put("class", c));
    cell.interest().ifPresent(i -> out.put("interest", Exchange.name(i)));
    out.put("n", rounded(cell.n())).put("k", rounded(cell.k())).put("mean", rounded(cell.mean()));
    out.put("low", rounded(cell.low())).put("high", rounded(cell.high())).put("computed_letter", cell.letter().name());
    if (settled) {
      ArrayNode resolved = out.putArray("resolved");
      cell.resolved().forEach(r -> resolved.add(resolved(r)));
    }
    return out;
  }

  private static ObjectNode resolved(Resolved resolved) {
    ObjectNode out = Exchange.object();
    out.remove("schema_version");
    out.put("claim_id", resolved.claim()).put("event_id", resolved.event()).put("borne_out", resolved.borneOut());
    out.put("ground", Exchange.name(resolved.ground())).put("weight", rounded(resolved.weight())).put("why", resolved.why());
    resolved.day().ifPresent(d -> out.put("day", d.toString()));
    return out;
  }

  /** A ruling. */
  public static ObjectNode ruling(Ruling ruling) {
    ObjectNode out = Exchange.object().put("subject", Exchange.name(ruling.subject())).put("id", ruling.id());
    out.put("value", ruling.value()).put("withdrawn", ruling.isWithdrawal());
    ruling.from().ifPresent(d -> out.put("from", d.toString()));
    return out.put("reason", ruling.reason()).put("by", ruling.by()).put("decided", ruling.decided().toString());
  }

  /** Adds the grades of an event. */
  public static void judgement(ObjectNode out, Judgement j) {
    ObjectNode grade = out.putObject("grade").put("computed", j.letter().name() + j.digit());
    grade.put("letter", j.letter().name()).put("digit", j.digit()).put("digit_why", j.digitWhy());
    j.airwars().ifPresent(a -> grade.put("airwars", airwars(a)).put("airwars_why", j.airwarsWhy()));
    j.ruling().ifPresent(r -> grade.set("ruling", ruling(r)));
    ArrayNode others = grade.putArray("rulings");
    j.others().forEach(r -> others.add(ruling(r)));
    ArrayNode words = out.putArray("words");
    for (Word word : j.words()) {
      ObjectNode w = words.addObject().put("source", word.root().key());
      root(w, word.root());
      w.put("stance", Exchange.name(word.stance())).put("interest", Exchange.name(word.interest()));
      w.put("firmness", rounded(word.firmness())).put("rumour", word.rumour());
      ArrayNode claims = w.putArray("claims");
      word.claims().forEach(claims::add);
      Cell cell = j.records().get(word.root().key());
      if (cell != null) {
        w.set("record", cell(cell, false));
      }
    }
    support(out.putObject("support"), j.support());
  }

  /** The grade as it is written; one that only a person may give is marked as proposed. */
  public static String airwars(Judgement.Airwars grade) {
    return Exchange.name(grade) + (grade == Judgement.Airwars.CONFIRMED ? "?" : "");
  }

  private static void support(ObjectNode out, Support support) {
    out.put("log_odds", rounded(support.logOdds())).put("prior", rounded(support.prior()));
    ArrayNode terms = out.putArray("terms");
    for (Support.Term term : support.terms()) {
      terms.addObject().put("source", term.root().key()).put("stance", Exchange.name(term.stance()))
          .put("interest", Exchange.name(term.interest())).put("if_so", rounded(term.ifSo())).put("if_not", rounded(term.ifNot()))
          .put("discount", rounded(term.discount())).put("value", rounded(term.value())).put("why", term.why());
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
