/// Deals and assumptions as AbsBox writes them for its engine Hastructure, read into our own. What
/// has no counterpart here is refused by name, never left out in silence.
///
/// Start with [AbsBoxImport]; each part of a deal has a reader of its own. Source: the JSON of
/// AbsBox 0.52, github.com/yellowbean/AbsBox (2026-03); the other shapes and what they mean from
/// the sources of AbsBox and Hastructure of 2024 and 2025, github.com/yellowbean, read in stored
/// copies: where its versions differ, both shapes are taken.
@NullMarked
package org.zhiheng.cashflow.absbox;

import org.jspecify.annotations.NullMarked;
