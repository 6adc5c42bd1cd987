package org.sitrep.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A {@link Filter} as a condition over the table {@code claims c}, with its values; of members of events also over {@code events w}. */
final class Where {

  private static final String CONTESTED =
      " AND c.claim_id IN (SELECT m.claim_id FROM event_claims m JOIN events of ON of.event_id = m.event_id WHERE of.contradictions <> '[]')";

  private final StringBuilder sql = new StringBuilder("TRUE");
  private final List<Object> values = new ArrayList<>();

  Where(Filter filter) {
    this(filter, "c.time_start", "c.time_end", CONTESTED);
  }

  /** Of claims of events: their days are their own and those of the event, which it may have from another claim, or lends them. */
  static Where member(Filter filter) {
    return new Where(filter, "least(c.time_start, w.time_start)", "greatest(c.time_end, w.time_end)", " AND w.contradictions <> '[]'");
  }

  private Where(Filter filter, String first, String last, String contested) {
    in("c.event_type", filter.types());
    words("c.place_keys", filter.places());
    words("c.party_keys", filter.actors());
    words("c.source_keys", filter.sources());
    filter.from().ifPresent(day -> and(last + " >= ?", Date.valueOf(day)));
    filter.to().ifPresent(day -> and(first + " <= ?", Date.valueOf(day)));
    in("c.certainty", filter.certainties().stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
    in("c.doc", filter.docs());
    if (!filter.allVersions()) {
      sql.append(" AND c.digest IN (SELECT digest FROM latest)");
    }
    if (filter.contested()) {
      sql.append(contested);
    }
  }

  String sql() {
    return sql.toString();
  }

  void bind(PreparedStatement statement) throws SQLException {
    bind(statement, 0);
  }

  /** The same where other values come first. */
  void bind(PreparedStatement statement, int after) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(after + i + 1, values.get(i));
    }
  }

  private void in(String column, List<String> wanted) {
    if (!wanted.isEmpty()) {
      sql.append(" AND ").append(column).append(" IN (");
      sql.append("?, ".repeat(wanted.size() - 1)).append("?)");
      values.addAll(wanted);
    }
  }

  private void words(String column, List<String> wanted) {
    if (!wanted.isEmpty()) {
      String one = "contains(" + column + ", ?)";
      sql.append(" AND (").append((one + " OR ").repeat(wanted.size() - 1)).append(one).append(')');
      wanted.forEach(w -> values.add(Keys.fold(w)));
    }
  }

  private void and(String condition, Object value) {
    sql.append(" AND ").append(condition);
    values.add(value);
  }
}
