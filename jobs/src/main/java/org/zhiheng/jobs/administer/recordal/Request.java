package org.zhiheng.jobs.administer.recordal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.RightId;

/// A request to record something of rights.
///
/// @param kind what
/// @param rights of which
/// @param filedOn the day it reaches the office
/// @param from who owns the rights now, as the request says
/// @param to the assignee, licensee or pledgee; of a change the new name; may be empty
/// @param fromCountry two letters
/// @param toCountry two letters
/// @param signed who signed
/// @param consents owners or pledgees who agreed in writing without signing
/// @param agreement whether co-owners agreed otherwise among themselves, in writing
/// @param export how technology may leave the country, where it does
public record Request(
    RecordalKind kind,
    List<RightId> rights,
    LocalDate filedOn,
    String from,
    String to,
    String fromCountry,
    String toCountry,
    List<String> signed,
    List<String> consents,
    boolean agreement,
    Optional<Export> export) {

  /// Most rights of one request.
  public static final int RIGHTS_MAX = 2_000;

  /// Copies the lists.
  public Request {
    rights = rights.stream().distinct().toList();
    signed = List.copyOf(signed);
    consents = List.copyOf(consents);
  }

  /// Whether the rights leave the country.
  boolean leaves() {
    return kind == RecordalKind.ASSIGNMENT && fromCountry.equals("CN") && !toCountry.equals("CN");
  }

  /// How technology may leave.
  ///
  /// @param technology its class in the catalogue
  /// @param number of the licence or of the contract's registration; may be empty
  public record Export(Technology technology, String number) {}

  /// The classes of the catalogue of technologies that are barred or limited.
  public enum Technology {
    /// 禁止出口
    BARRED,
    /// 限制出口
    LIMITED,
    /// 自由出口
    FREE;

    /// `limited`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a code.
    public static Parsed<Technology> parse(String text) {
      for (Technology technology : values()) {
        if (technology.code().equals(text.strip().toLowerCase(Locale.ROOT))) {
          return Parsed.ok(technology);
        }
      }
      return Parsed.refused(
          "recordal-technology", text, "Technology is barred, limited or free to export.");
    }
  }
}
