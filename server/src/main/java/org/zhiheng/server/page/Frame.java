package org.zhiheng.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.tour.Tour;

/// What is around a page: words, navigation, who is there, and what the forms need.
///
/// @param words in the reader's language
/// @param theme light, dark or as the device has it
/// @param place which word of the navigation is marked
/// @param railed whether the navigation is folded to a rail
/// @param visitor who is signed in
/// @param token what a form must carry, against forged requests
/// @param here path and query of this page, where the switches lead back to
/// @param term what the search field holds, on the page that lists what is searched for; there the
///   field belongs to the list's own form
/// @param stop where in a story the reader is, who is led through one
/// @param assets addresses of style sheet and scripts
public record Frame(
    Words words,
    Theme theme,
    Place place,
    boolean railed,
    Optional<Visitor> visitor,
    Token token,
    String here,
    Optional<String> term,
    Optional<Tour.Stop> stop,
    Assets assets) {

  /// The seven jobs in the order of the navigation.
  public static final List<Place> JOBS =
      List.of(
          Place.EXAMINE,
          Place.PROVE,
          Place.ADMINISTER,
          Place.FINANCE,
          Place.DEFEND,
          Place.COMPLY,
          Place.GOVERN);

  /// A hidden field against forged requests.
  ///
  /// @param name of the field; empty when nothing asks for one
  /// @param value of the field
  public record Token(String name, String value) {
    /// Nothing asks for one.
    public static final Token NONE = new Token("", "");
  }

  /// The records that this visitor may open, in the order of the navigation.
  public List<Place> records() {
    List<Place> places = new ArrayList<>(List.of(Place.RIGHTS, Place.PARTIES, Place.IMPORTS));
    if (may(Permission.AUDIT)) {
      places.add(Place.AUDIT);
    }
    if (may(Permission.ADMINISTER)) {
      places.add(Place.ACCESS);
    }
    return places;
  }

  /// Whether the visitor may.
  public boolean may(Permission permission) {
    return visitor.isPresent() && visitor.get().may(permission);
  }

  /// The class of a word of the navigation.
  public String mark(Place one) {
    return one == place ? "page" : "";
  }
}
