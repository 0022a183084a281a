package org.zhiheng.server.parties;

import org.springframework.web.servlet.function.ServerRequest;

/// What was typed into one of the forms of a party.
///
/// @param action which form: `name`, `identify`, `merge`, `unmerge`
/// @param name a name
/// @param form code of its form
/// @param creditCode a code
/// @param other id of another party
/// @param reason in words
public record PartyForm(
    String action, String name, String form, String creditCode, String other, String reason) {

  /// Longest reason that is kept.
  private static final int REASON_LENGTH_MAX = 400;

  /// Nothing.
  static final PartyForm EMPTY = new PartyForm("", "", "", "", "", "");

  static PartyForm parse(ServerRequest request) {
    String reason = request.param("reason").orElse("").strip();
    return new PartyForm(
        request.param("action").orElse(""),
        request.param("name").orElse("").strip(),
        request.param("form").orElse(""),
        request.param("creditCode").orElse("").strip(),
        request.param("other").orElse("").strip(),
        reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX)));
  }
}
