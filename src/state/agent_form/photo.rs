//! The photo in the form.

use leptos::{prelude::*, task::spawn_local};
use web_sys::Blob;

use super::AgentForm;
use crate::{
    domain::{crop::Crop, field::Field},
    state::photo::{ChosenPhoto, Source},
};

/// The photo that is chosen, and whether one is being read.
#[derive(Clone, Copy)]
pub struct PhotoChoice {
    chosen: RwSignal<Option<ChosenPhoto>, LocalStorage>,
    is_reading: RwSignal<bool>,
    /// Counted up with each choice, so that of two the newer stays.
    choices: StoredValue<u32>,
}

impl PhotoChoice {
    /// None is chosen.
    pub(super) fn new() -> Self {
        Self { chosen: RwSignal::new_local(None), is_reading: RwSignal::new(false), choices: StoredValue::new(0) }
    }

    /// The photo that is chosen and not saved.
    pub fn chosen(&self) -> ReadSignal<Option<ChosenPhoto>, LocalStorage> {
        self.chosen.read_only()
    }

    /// Whether a picture is being read and made ready.
    pub fn is_reading(&self) -> ReadSignal<bool> {
        self.is_reading.read_only()
    }

    /// Takes a photo, or gives up the one that was chosen.
    pub(super) fn set(&self, photo: Option<ChosenPhoto>) {
        self.choices.update_value(|choices| *choices += 1);
        self.is_reading.set(false);
        self.chosen.set(photo);
    }
}

impl AgentForm {
    /// The photo in the form.
    pub fn photo(&self) -> PhotoChoice {
        self.photo
    }

    /// Reads a picture and takes it as the photo; says what is wrong with it if it can't be one. The photo that was chosen
    /// before stays until then.
    pub fn choose_photo(&self, picture: Blob, name: String) {
        let locale = self.locale;
        self.read_photo(async move { ChosenPhoto::read(picture, &name, locale).await });
    }

    /// Cuts another part out of the picture that was chosen.
    pub fn crop_photo(&self, source: Source, crop: Crop) {
        self.read_photo(ChosenPhoto::cropped(source, crop, self.locale));
    }

    /// Gives up the photo that was chosen.
    pub fn remove_photo(&self) {
        if self.is_busy() {
            return;
        }
        self.memory.update_value(|memory| memory.saves_when_read = false);
        self.photo.set(None);
        self.forgive(Field::Photo);
    }

    fn read_photo(&self, photo: impl Future<Output = Result<ChosenPhoto, String>> + 'static) {
        let form = *self;
        if self.is_busy() {
            return;
        }
        self.memory.update_value(|memory| memory.saves_when_read = false);
        self.forgive(Field::Photo);
        self.photo.is_reading.set(true);
        self.photo.choices.update_value(|choices| *choices += 1);
        let choice = self.photo.choices.get_value();
        spawn_local(async move {
            let photo = photo.await;
            if form.photo.choices.try_get_value() != Some(choice) {
                return;
            }
            let saves = form.memory.try_update_value(|memory| std::mem::take(&mut memory.saves_when_read));
            match photo {
                Ok(photo) => {
                    form.photo.set(Some(photo));
                    if saves == Some(true) {
                        form.save();
                    }
                }
                Err(problem) => {
                    form.photo.is_reading.set(false);
                    form.blame(Field::Photo, problem);
                }
            }
        });
    }
}
