package org.sitrep.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.EventType;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/** What all tables share when rows are written and read. */
final class Row {

  private final DuckDBAppender out;

  Row(DuckDBAppender out) {
    this.out = out;
  }

  Row put(String value) throws SQLException {
    out.append(value);
    return this;
  }

  Row put(Optional<String> value) throws SQLException {
    if (value.isPresent()) {
      out.append(value.get());
    } else {
      out.appendNull();
    }
    return this;
  }

  Row put(int value) throws SQLException {
    out.append(value);
    return this;
  }

  Row put(long value) throws SQLException {
    out.append(value);
    return this;
  }

  Row put(boolean value) throws SQLException {
    out.append(value);
    return this;
  }

  Row number(@Nullable Integer value) throws SQLException {
    if (value == null) {
      out.appendNull();
    } else {
      out.append(value.intValue());
    }
    return this;
  }

  Row day(Optional<LocalDate> value) throws SQLException {
    if (value.isPresent()) {
      out.append(value.get());
    } else {
      out.appendNull();
    }
    return this;
  }

  Row instant(Optional<Instant> value) throws SQLException {
    if (value.isPresent()) {
      out.append(LocalDateTime.ofInstant(value.get(), ZoneOffset.UTC));
    } else {
      out.appendNull();
    }
    return this;
  }

  Row type(EventType type) throws SQLException {
    return put(type.id())
        .put(type.label())
        .put(type.family())
        .put(type.acledEvent())
        .put(type.acledSubEvent())
        .put(type.plover())
        .put(type.cameo());
  }

  /** place_name, lat, lon, km. */
  Row spot(Optional<Location> place) throws SQLException {
    put(place.map(Location::name));
    if (place.isPresent() && place.get().isLocated()) {
      out.append(place.get().lat());
      out.append(place.get().lon());
      out.append(place.get().km());
    } else {
      out.appendNull();
      out.appendNull();
      out.appendNull();
    }
    return this;
  }

  Row window(Optional<TimeWindow> time) throws SQLException {
    return day(time.map(TimeWindow::start))
        .day(time.map(TimeWindow::end))
        .put(time.map(t -> t.precision().name()));
  }

  Row json(Object value) throws SQLException {
    return put(Json.write(value));
  }

  static EventType type(ResultSet r) throws SQLException {
    return new EventType(
        r.getString("event_type"),
        r.getString("type_label"),
        r.getString("family"),
        r.getString("acled_event"),
        r.getString("acled_sub_event"),
        r.getString("plover"),
        r.getString("cameo"));
  }

  static Optional<String> string(ResultSet r, String column) throws SQLException {
    return Optional.ofNullable(r.getString(column));
  }

  static Optional<LocalDate> day(ResultSet r, String column) throws SQLException {
    return Optional.ofNullable(r.getDate(column)).map(Date::toLocalDate);
  }

  static Optional<Instant> instant(ResultSet r, String column) throws SQLException {
    return Optional.ofNullable(r.getObject(column, LocalDateTime.class)).map(t -> t.toInstant(ZoneOffset.UTC));
  }

  static Optional<TimeWindow> window(ResultSet r) throws SQLException {
    Optional<LocalDate> start = day(r, "time_start");
    Optional<LocalDate> end = day(r, "time_end");
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TimeWindow(
            start.get(), end.get(), TimeWindow.Precision.valueOf(r.getString("time_precision"))));
  }

  static <T> List<T> list(ResultSet r, String column, Class<T> kind) throws SQLException {
    return Json.readList(r.getString(column), kind);
  }

  /** The first column of what a query without values finds. */
  static List<String> strings(DuckDBConnection db, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(r.getString(1));
      }
    }
    return found;
  }
}
