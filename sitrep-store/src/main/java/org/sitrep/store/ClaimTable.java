package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Distance;
import org.sitrep.claim.Evidence;
import org.sitrep.claim.Participant;
import org.sitrep.claim.Provenance;
import org.sitrep.mention.Location;
import org.sitrep.text.Span;

/** Claims as rows, and back without loss. */
final class ClaimTable {

  static final String PUBLISHER = "@publisher";

  private ClaimTable() {}

  static void append(DuckDBAppender out, long seq, Claim claim) throws SQLException {
    out.beginRow();
    Row row = new Row(out);
    row.put(seq).put(claim.id()).put(claim.doc()).put(claim.digest());
    row.put(claim.publisher()).day(claim.published()).put(claim.section());
    Evidence evidence = claim.evidence();
    row.put(evidence.span().start()).put(evidence.span().end());
    row.put(evidence.codePoints().start()).put(evidence.codePoints().end()).put(evidence.quote());
    row.type(claim.type()).put(claim.subType());
    row.json(claim.actors()).json(claim.targets()).json(claim.places());
    row.spot(claim.place()).window(claim.time());
    row.json(claim.attribution().chain());
    row.put(claim.attribution().innermost().map(Attribution.Holder::name).orElse(PUBLISHER));
    row.put(claim.root()).put(claim.certainty().name().toLowerCase(Locale.ROOT));
    for (Casualties.Fate fate : Casualties.Fate.values()) {
      Optional<Casualties> loss = claim.casualties(fate);
      row.number(loss.map(Casualties::low).orElse(null));
      row.number(
          loss.filter(l -> l.high().isPresent()).map(l -> l.high().getAsInt()).orElse(null));
    }
    row.json(claim.casualties()).json(claim.materiel()).put(claim.distance().map(Json::write));
    row.put(claim.provenance().frame()).json(claim.provenance().rules());
    row.put(partyKeys(claim)).put(placeKeys(claim)).put(sourceKeys(claim));
    out.endRow();
  }

  /** Whether a claim of the latest version of a document has this id. */
  static boolean contains(DuckDBConnection db, String id) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement("SELECT 1 FROM claims JOIN latest USING (digest) WHERE claim_id = ? LIMIT 1")) {
      s.setString(1, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  static List<Claim> listOf(DuckDBConnection db, String digest) throws SQLException {
    List<Claim> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT * FROM claims WHERE digest = ? ORDER BY seq")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(read(r));
        }
      }
    }
    return found;
  }

  static Claim read(ResultSet r) throws SQLException {
    return new Claim(
        r.getString("claim_id"),
        r.getString("doc"),
        r.getString("digest"),
        Row.string(r, "publisher"),
        Row.day(r, "published"),
        r.getString("section"),
        new Evidence(
            new Span(r.getInt("utf16_start"), r.getInt("utf16_end")),
            new Span(r.getInt("span_start"), r.getInt("span_end")),
            r.getString("evidence")),
        Row.type(r),
        r.getString("sub_type"),
        Row.list(r, "actors", Participant.class),
        Row.list(r, "targets", Participant.class),
        Row.list(r, "places", Location.class),
        Row.window(r),
        new Attribution(Row.list(r, "attribution", Attribution.Holder.class)),
        Certainty.valueOf(r.getString("certainty").toUpperCase(Locale.ROOT)),
        Row.list(r, "casualties", Casualties.class),
        Row.list(r, "materiel", String.class),
        Row.string(r, "distance").map(d -> Json.read(d, Distance.class)),
        new Provenance(r.getString("frame"), Row.list(r, "rules", String.class)));
  }

  private static String partyKeys(Claim claim) {
    List<String> names = new ArrayList<>();
    Stream.concat(claim.actors().stream(), claim.targets().stream())
        .forEach(
            p -> {
              names.add(p.surface());
              names.add(p.name());
              p.actor().ifPresent(names::add);
            });
    return Keys.column(names);
  }

  private static String placeKeys(Claim claim) {
    List<String> names = new ArrayList<>();
    for (Location place : claim.places()) {
      names.add(place.surface());
      names.add(place.name());
      place.place().ifPresent(p -> names.addAll(List.of(p.name(), p.id(), p.region())));
    }
    return Keys.column(names);
  }

  private static String sourceKeys(Claim claim) {
    List<String> names = new ArrayList<>();
    claim.publisher().ifPresent(names::add);
    if (claim.attribution().chain().isEmpty()) {
      names.add(PUBLISHER);
    }
    for (Attribution.Holder holder : claim.attribution().chain()) {
      names.add(holder.surface());
      names.add(holder.name());
      holder.source().ifPresent(names::add);
      holder.actor().ifPresent(names::add);
    }
    return Keys.column(names);
  }
}
