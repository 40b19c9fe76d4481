//! Deciding between what two people have written.

use leptos::prelude::*;

use super::{AgentForm, Stage};
use crate::domain::{draft::Conflict, field::Field};

impl AgentForm {
    /// Settles a conflict with the other's value, or with the one typed here. Until then, every save stops at it.
    pub fn settle(&self, conflict: &Conflict, takes_theirs: bool) {
        let (field, (theirs, photo)) = (conflict.field, self.theirs.get_value());
        if field == Field::Photo {
            self.base_photo.set(photo);
            if takes_theirs {
                self.photo.set(None);
            }
        } else {
            self.base.update(|base| base.take(field, &theirs));
            if takes_theirs {
                self.draft.update(|draft| draft.take(field, &theirs));
            }
        }
        self.stage.update(|stage| {
            if let Stage::Conflicts { fields, .. } = stage {
                fields.retain(|other| other.field != field);
                if fields.is_empty() {
                    *stage = Stage::Editing;
                }
            }
        });
    }
}
