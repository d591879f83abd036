//! The signs of the lanes. What differs in meaning differs in sign: hollow is planned, dotted is claimed, soft is not known.

use ratatui::style::Style;

use crate::app::lanes::{Form, Mark};
use crate::model::Status;
use crate::store::Presence;
use crate::tui::axis::{status_sign, status_style};
use crate::tui::theme::Theme;

/// Bars in eighths of a cell.
pub(super) const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// How many events share a cell.
const DIGITS: [&str; 10] = ["+", "+", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The sign of a point.
pub(super) fn point(mark: &Mark) -> &'static str {
    if mark.is_cluster() {
        return DIGITS.get(mark.events.len()).copied().unwrap_or("+");
    }
    match (mark.status, mark.presence) {
        (Status::Happened, Presence::Speaks) => "\"",
        (Status::Happened, Presence::Hosts) => "⌂",
        (status, _) => status_sign(status),
    }
}

/// The sign of a cell of a bar or span.
pub(super) fn cell(mark: &Mark, column: u16) -> &'static str {
    match (column == mark.from, column == mark.to) {
        (true, _) if mark.begins_before => "◂",
        (_, true) if mark.ends_after => "▸",
        (true, _) if mark.when.open_start => "‹",
        (_, true) if mark.when.open_end => "›",
        (true, _) if mark.presence != Presence::TakesPart && mark.status == Status::Happened => {
            point(mark)
        }
        _ if mark.is_cluster() => "░",
        _ => body(mark),
    }
}

const fn body(mark: &Mark) -> &'static str {
    let lasted = matches!(mark.when.form, Form::Lasted);
    match (lasted, mark.when.certain, mark.status) {
        (true, true, Status::Happened) => "━",
        (true, true, Status::Planned) => "═",
        (true, true, Status::Claimed) => "┅",
        (true, false, Status::Happened) => "╍",
        (true, false, Status::Planned) => "╌",
        (true, false, Status::Claimed) => "┈",
        (false, _, Status::Happened) => "░",
        (false, _, Status::Planned) => "◦",
        (false, _, Status::Claimed) => "·",
    }
}

/// The style of a mark: soft where its ends are not known to be ends, or where another claim leads.
pub(super) fn style(mark: &Mark, theme: &Theme) -> Style {
    if mark.is_cluster() {
        return theme.axis;
    }
    let style = status_style(theme, mark.status);
    let soft = mark.is_span && (mark.when.form != Form::Lasted || !mark.when.certain);
    match soft || !mark.leads {
        true => style.patch(theme.axis_soft),
        false => style,
    }
}
