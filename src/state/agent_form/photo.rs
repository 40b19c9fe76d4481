//! The photo in the form.

use leptos::{prelude::*, task::spawn_local};
use web_sys::Blob;

use super::{AgentForm, Waiting};
use crate::{
    domain::{crop::Crop, field::Field},
    state::{
        drafts::PhotoKey,
        photo::{ChosenPhoto, Source},
    },
};

/// The photo that is chosen, and whether one is being read.
#[derive(Clone, Copy)]
pub struct PhotoChoice {
    chosen: RwSignal<Option<ChosenPhoto>, LocalStorage>,
    is_reading: RwSignal<bool>,
    /// Counted up with each choice, so that of two the newer stays.
    choices: StoredValue<u32>,
    /// The photo of the draft that was brought back, until it is read.
    kept_before: StoredValue<Option<(Blob, String)>, LocalStorage>,
}

impl PhotoChoice {
    /// None is chosen.
    pub(super) fn new() -> Self {
        Self {
            chosen: RwSignal::new_local(None),
            is_reading: RwSignal::new(false),
            choices: StoredValue::new(0),
            kept_before: StoredValue::new_local(None),
        }
    }

    /// The photo that is chosen and not saved.
    pub fn chosen(&self) -> ReadSignal<Option<ChosenPhoto>, LocalStorage> {
        self.chosen.read_only()
    }

    /// Whether a picture is being read and made ready.
    pub fn is_reading(&self) -> ReadSignal<bool> {
        self.is_reading.read_only()
    }

    /// What the photo that is chosen is known by.
    pub(super) fn key(&self) -> Option<PhotoKey> {
        self.chosen
            .with_untracked(|photo| photo.as_ref().map(|photo| (photo.file.name.clone(), photo.file.blob.size())))
    }

    /// The photo of the draft that was brought back, until it is read.
    pub(super) fn kept_before(&self) -> Option<(Blob, String)> {
        self.kept_before.get_value()
    }

    /// Takes a photo, or gives up the one that was chosen.
    pub(super) fn set(&self, photo: Option<ChosenPhoto>) {
        self.choices.update_value(|choices| *choices += 1);
        self.end_reading();
        self.chosen.set(photo);
    }

    fn end_reading(&self) {
        self.kept_before.set_value(None);
        self.is_reading.set(false);
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

    /// The same with the photo of a draft, which stays kept until it is read.
    pub(super) fn choose_kept_photo(&self, picture: Blob, name: String) {
        self.photo.kept_before.set_value(Some((picture.clone(), name.clone())));
        self.choose_photo(picture, name);
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
        self.wait_no_longer();
        self.photo.set(None);
        self.forgive(Field::Photo);
    }

    fn read_photo(&self, photo: impl Future<Output = Result<ChosenPhoto, String>> + 'static) {
        let form = *self;
        if self.is_busy() {
            return;
        }
        self.wait_no_longer();
        self.forgive(Field::Photo);
        self.photo.is_reading.set(true);
        self.photo.choices.update_value(|choices| *choices += 1);
        let choice = self.photo.choices.get_value();
        spawn_local(async move {
            let photo = photo.await;
            if form.photo.choices.try_get_value() != Some(choice) {
                return;
            }
            match photo {
                Ok(photo) => {
                    form.photo.set(Some(photo));
                    if form.waiting.get_untracked() == Waiting::ForPicture {
                        form.save();
                    }
                }
                Err(problem) => {
                    form.wait_no_longer();
                    form.photo.end_reading();
                    form.blame(Field::Photo, problem);
                }
            }
        });
    }

    /// Whether Save waits for a picture.
    pub fn waiting(&self) -> ReadSignal<Waiting> {
        self.waiting.read_only()
    }

    /// A Save that waits for a picture is given up: the person goes on with the form.
    pub fn wait_no_longer(&self) {
        if self.waiting.get_untracked() == Waiting::ForPicture {
            self.waiting.set(Waiting::NoLonger);
        }
    }
}
