package org.sitrep.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** A connection with the rules for using it: transactions, and what is thrown when the file fails. */
final class Session {

  private final Path file;
  private final DuckDBConnection db;
  private volatile long committed;

  Session(Path file, DuckDBConnection db) {
    this.file = file;
    this.db = db;
  }

  interface Work {
    void run() throws SQLException;
  }

  interface Question<T> {
    T answer() throws SQLException;
  }

  <T> T ask(Question<T> question) {
    try {
      return question.answer();
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  void act(Work work) {
    try {
      work.run();
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  /**
   * The transaction is opened by SQL: after {@code setAutoCommit(false)} an appender would commit its
   * chunks by itself, and a crash would leave half a document.
   */
  void inTransaction(Work work) {
    try {
      execute("BEGIN TRANSACTION");
      try {
        work.run();
        execute("COMMIT");
        committed++; // only ever under the store's lock
      } catch (SQLException | RuntimeException e) {
        execute("ROLLBACK");
        throw e;
      }
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  /** How many transactions have changed something since the store was opened. */
  long committed() {
    return committed;
  }

  void execute(String sql) throws SQLException {
    try (Statement s = db.createStatement()) {
      s.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      r.next();
      return r.getLong(1);
    }
  }

  StoreException broken(SQLException e) {
    return new StoreException(file, StoreException.Reason.BROKEN, Opening.firstLine(e), e);
  }
}
